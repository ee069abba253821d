### Jede Antwort ist eine Nachricht; die Rollen stehen in en-US.ftl erklärt.

-skill = Plattenregal
-service = Spotify

## Bausteine

playlist-number = Playlist Nummer { $number }
playlist-of-size = { $name } mit { $count ->
        [one] einem Titel
       *[other] { $count } Titeln
    }
playlist-of-owner = { $name } von { $owner }
playlist-at = { $name }, Nummer { $number }
track-number = Titel Nummer { $number }
artist-nameless = jemand ohne Namen
track-by = { $title } von { $artist }
track-by-two = { $title } von { $artist } mit { $guest }
track-of-album = { $track } vom Album { $album }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } Titel
       *[other] { $count } Titel
    }
from-album = , vom Album { $album }
from-album-of-year = , vom Album { $album }, erschienen { $year }
of-year = , erschienen { $year }
track-length = . Das dauert { $length }
playlist-length = , { $length }
playlist-length-at-least = , mindestens { $length }
playlist-length-unknown = , aber wie lange sie dauert, sehe ich nicht
seconds = { $count ->
        [one] eine Sekunde
       *[other] { $count } Sekunden
    }
minutes = { $count ->
        [one] eine Minute
       *[other] { $count } Minuten
    }
hours = { $hours ->
        [one] eine Stunde
       *[other] { $hours } Stunden
    }
hours-and-minutes = { hours } und { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }
wait = { $unit ->
        [minutes] { $count ->
            [one] in einer Minute
           *[other] in { $count } Minuten
        }
        [hours] { $count ->
            [one] in etwa einer Stunde
           *[other] in etwa { $count } Stunden
        }
        [tomorrow] morgen
       *[later] später
    }
from-service = Von { -service }
from-sample = Aus dem eingebauten Beispielregal
stale = Ich bekomme gerade nichts Neueres von { -service }, darum ist das hier von { $unit ->
        [minutes] { $count ->
            [one] vor einer Minute
           *[other] vor { $count } Minuten
        }
        [hours] { $count ->
            [one] vor etwa einer Stunde
           *[other] vor etwa { $count } Stunden
        }
       *[later] vorhin
    }.{" "}
partial = Ich konnte gerade nur { $read } von { $total } lesen.{" "}
unreadable = { $count ->
        [one] Einen Eintrag lasse ich aus, weil ich ihn nicht lesen kann.
       *[other] { $count } Einträge lasse ich aus, weil ich sie nicht lesen kann.
    }{" "}
ago = { $unit ->
        [minutes] { $count ->
            [one] vor einer Minute
           *[other] vor { $count } Minuten
        }
        [days] vor { $count } Tagen
       *[hours] { $count ->
            [one] vor etwa einer Stunde
           *[other] vor etwa { $count } Stunden
        }
    }
list-changed = Deine Bibliothek hat sich inzwischen geändert, deshalb mache ich dort weiter, wo wir waren.{" "}
shelf-count = { $count ->
        [0] noch keine Playlist
        [one] eine Playlist
       *[other] { $count } Playlists
    }
## Beim Öffnen

launch =
    .speech = Hallo, hier ist dein { -skill }. Du hast { shelf-count }. Soll ich dir etwas aussuchen?
    .speech-2 = Hier ist das { -skill }. Du hast { shelf-count }. Soll ich etwas für dich aussuchen?
    .speech-3 = Willkommen im { -skill }. Du hast { shelf-count }. Soll ich dir was raussuchen?
    .reprompt = Du kannst auch sagen: lies meine Playlists vor. Soll ich etwas aussuchen?
    .title = { -skill }
    .card =
        Du hast { shelf-count } bei { -service }.
        Zum Beispiel: „lies meine Playlists vor“, „öffne“ und ein Name, oder „was soll ich hören“.
launch-named =
    .speech = Hallo { $name }. Du hast { shelf-count }. Soll ich dir etwas aussuchen?
    .speech-2 = Hi { $name }. Du hast { shelf-count }. Soll ich etwas für dich aussuchen?
    .speech-3 = Schön, dass du da bist, { $name }. Du hast { shelf-count }. Soll ich dir was raussuchen?
    .reprompt = Du kannst auch sagen: lies meine Playlists vor. Soll ich etwas aussuchen?
    .title = { -skill }
    .card =
        Hallo { $name }. Du hast { shelf-count } bei { -service }.
        Zum Beispiel: „lies meine Playlists vor“, „öffne“ und ein Name, oder „was soll ich hören“.
launch-without-playlists =
    .speech = Willkommen beim { -skill }. Deine Playlists kann ich gerade nicht lesen, aber du kannst fragen, was du hören sollst. Was möchtest du?
    .reprompt = Du kannst sagen: was soll ich hören. Was möchtest du?
launch-unlinked =
    .speech = Hallo, hier ist das { -skill }. Für deine eigene Musik verknüpfe { -service } in der Alexa-App. Möchtest du die Demo hören?
    .reprompt = Verknüpfe { -service } in der Alexa-App. Möchtest du die Demo hören?

## Wie eine Antwort endet

what-next =
    .words = Was jetzt?
    .words-2 = Noch etwas?
    .words-3 = Was möchtest du als Nächstes?
what-then =
    .words = Was möchtest du?
    .words-2 = Was darf's sein?
go-on =
    .words = Möchtest du mehr hören?
    .words-2 = Soll ich weiterlesen?
play-it =
    .words = Soll ich's spielen?
    .words-2 = Willst du's hören?
like-it =
    .words = Gefällt dir das?
    .words-2 = Magst du das?
still-open = { $kind ->
        [which] Welche Playlist?
        [meant] Welche war es?
        [one] War es die?
        [artist] Wer soll es sein?
        [song] Welches Lied?
        [number] Welche Nummer?
        [speaker] Welcher Lautsprecher?
        [demo] Möchtest du die Demo hören?
       *[recommend] Soll ich etwas aussuchen?
    }

## Das Regal

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Du hast { shelf-total }: { $items }. { open-which }
        [first] Du hast { shelf-total }. Die ersten { $last } sind { $items }. Welche, oder weiter?
        [middle] Dann { $items }. Welche, oder weiter?
        [again] Hier sind { $items }. Welche, oder weiter?
       *[last] Und zuletzt { $items }. Welche?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Das ist alles, { shelf-total }: { $items }. { open-which }
        [first] { shelf-total }, am Anfang { $items }. Welche, oder weiter?
        [middle] Danach { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und zum Schluss { $items }. Welche?
    }
    .reprompt = Sag weiter, oder den Namen einer Playlist. Welche?
    .screen = Deine Playlists
    .title = Deine Playlists, { $first } bis { $last } von { $total }
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [one] Soll ich sie öffnen?
       *[other] Welche soll ich öffnen?
    }
shelf-total = { $total ->
        [one] eine Playlist
       *[other] { $total } Playlists
    }
playlists-none =
    .speech = Du hast noch keine Playlists. Musik finde ich trotzdem für dich. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?

## Eine Playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } hat { track-total }{ $length }: { $items }. { $asks ->
            [1] Soll ich sie spielen?
           *[0] Noch etwas?
        }
        [first] { $name } hat { track-total }{ $length }. Am Anfang { $items }. { $asks ->
            [1] Soll ich sie spielen?
           *[0] Möchtest du mehr hören?
        }
        [middle] Dann { $items }. Möchtest du mehr hören?
        [again] Hier sind { $items }. Möchtest du mehr hören?
       *[last] Und zum Schluss { $items }. Noch etwas?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Hier ist { $name }, { track-total }{ $length }: { $items }. { $asks ->
            [1] Soll ich sie spielen?
           *[0] Was jetzt?
        }
        [first] Hier ist { $name }, { track-total }{ $length }. Zuerst { $items }. { $asks ->
            [1] Soll ich sie spielen?
           *[0] Soll ich weiterlesen?
        }
        [middle] Danach { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und am Ende { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder eine andere Playlist. Was möchtest du?
    .title = { $name }, { $first } bis { $last } von { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [one] ein Titel
       *[other] { $total } Titel
    }
tracks-none =
    .speech = Auf { $name } ist noch nichts. Welche andere Playlist soll ich öffnen?
    .reprompt = Welche Playlist?
track-details =
    .speech = Nummer { $number } ist { $track }{ $album }{ $length }. Was jetzt?
    .reprompt = Sag weiter, eine Nummer, oder eine Playlist. Was möchtest du?
album-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } hat { track-total }{ $length }: { $items }. Noch etwas?
        [first] { $name } hat { track-total }{ $length }. Am Anfang { $items }. Möchtest du mehr hören?
        [middle] Dann { $items }. Möchtest du mehr hören?
        [again] Hier sind { $items }. Möchtest du mehr hören?
       *[last] Und zum Schluss { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
    .title = { $name }, { $first } bis { $last } von { $total }
    .card =
        { $lines }
        { $source }
album-tracks-none =
    .speech = Auf dem Album finde ich keine Titel. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
album-unknown =
    .speech = Ich weiß nicht, welches Album du meinst. Lass dir ein Lied empfehlen und sag dann: was ist auf dem Album. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
item-by =
    .speech = Das ist von { $artists }{ $album }. Was jetzt?
    .speech-2 = Von { $artists }{ $album }. Was jetzt?
    .reprompt = Sag: mehr davon, oder eine Nummer. Was möchtest du?
song-facts =
    .speech = Das ist { $track }{ $album }{ $year }{ $length }. Was jetzt?
    .reprompt = Sag: spiel es, oder: mehr davon. Was möchtest du?
namesakes =
    .speech = { $changed }Mehrere Lieder heißen { $title }, von { $items }. Welches?
    .reprompt = Sag eine Nummer, oder von wem es ist. Welches?
    .title = Lieder namens { $title }
    .card =
        { $lines }
        { $source }
namesakes-none =
    .speech = Ein Lied namens { $title } finde ich nicht. Was jetzt?
    .reprompt = Was möchtest du?
no-such-song =
    .speech = Ein Lied namens { $heard } finde ich nicht. Was jetzt?
    .reprompt = Sag den Titel und von wem er ist. Was möchtest du?
artist-facts =
    .speech = { $name }{ $genres }. { $newest }Was jetzt?
    .reprompt = Sag: etwas wie { $name }. Was möchtest du?
artist-facts-no-genre =
    .speech = { $newest }Das Genre kenne ich nicht. Was jetzt?
    .reprompt = Sag: etwas wie { $name }. Was möchtest du?
artist-newest = Das Neueste von { $name } ist { $album }, von { $year }. {""}
artist-newest-of-it = Das Neueste ist { $album }, von { $year }. {""}
artist-new =
    .speech = Neu von { $name }: { $items }. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
artist-nothing-new =
    .speech = In letzter Zeit nichts. { $newest }Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
artist-no-release =
    .speech = Von { $name } sehe ich keine Veröffentlichung. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
no-such-artist =
    .speech = Wer { $heard } ist, weiß ich nicht. Was jetzt?
    .reprompt = Sag den Namen noch mal, oder: was soll ich hören. Was möchtest du?
artist-whom =
    .speech = Sag: erzähl mir von, und einen Namen. Wen meinst du?
    .reprompt = Sag: erzähl mir von, und einen Namen. Wen meinst du?
item-long =
    .speech = { $name } dauert { $length }. Was jetzt?
    .reprompt = Sag: mehr davon, oder eine Nummer. Was möchtest du?
playlist-has =
    .speech = { $partial }Ja, auf { $name } ist { $items }{ $more ->
        [0] {""}
        [one] , und noch eins
       *[other] , und { $more } weitere
    }. Was jetzt?
    .reprompt = Sag öffnen, oder eine andere Playlist. Was möchtest du?
playlist-lacks =
    .speech = { $partial }Nein, { $heard } finde ich auf { $name } nicht. Soll ich in deinen anderen Playlists suchen?
    .reprompt = Soll ich in deinen anderen Playlists suchen?
playlist-artists =
    .speech = { $partial }{ $songs ->
        [1] Auf { $name } ist je ein Lied von { $items }
       *[other] Am häufigsten auf { $name }: { $items }
    }{ $more ->
        [0] {""}
        [one] , und noch jemand
       *[other] , und { $more } weitere
    }. Was jetzt?
    .reprompt = Sag öffnen, oder eine andere Playlist. Was möchtest du?
playlist-genre-unknown =
    .speech = { $partial }Auf { $name } sehe ich nichts mit { $genre }, aber ich kenne nicht von jedem Lied das Genre. Was jetzt?
    .reprompt = Sag öffnen, oder eine andere Playlist. Was möchtest du?
playlist-shorter =
    .speech = Auf { $name } gibt es nur { $songs }. Was jetzt?
    .reprompt = Sag öffnen, oder eine andere Playlist. Was möchtest du?
nothing-to-compare =
    .speech = Das weiß ich von diesen Liedern nicht. Was jetzt?
    .reprompt = Sag öffnen, oder eine andere Playlist. Was möchtest du?
playlist-long =
    .speech = { $partial }{ $name } hat { track-total }{ $length }.{ $song } Was jetzt?
    .reprompt = Sag öffnen, oder eine andere Playlist. Was möchtest du?
song-playing-by = Das Lied ist von { $artists }{ $album }.{" "}
song-playing-long = {" "}Dieses Lied dauert { $length }.
playlist-maker =
    .speech = { $maker ->
        [mine] { $song }{ $name } hast du selbst gemacht. Was möchtest du als Nächstes?
        [together] { $song }{ $name } ist ursprünglich von { $owner }, und mehrere Leute fügen etwas hinzu. Was möchtest du als Nächstes?
        [shared] { $song }Zu { $name } fügen mehrere Leute etwas hinzu. Was möchtest du als Nächstes?
        [nameless] { $song }{ $name } ist nicht von dir, aber { -service } nennt mir keinen Namen. Was möchtest du als Nächstes?
        [unknown] { $song }Ich weiß nicht, von wem { $name } ist. Was möchtest du als Nächstes?
       *[theirs] { $song }{ $name } ist von { $owner }. Was möchtest du als Nächstes?
    }
    .reprompt = Frag zum Beispiel, wie lang sie ist, oder sag den Namen einer anderen Playlist. Was möchtest du?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Neu auf { $name }: { $items }{ $since }. Was jetzt?
        [first] Neu auf { $name }: { $items }{ $since }. Möchtest du hören, was davor kam?
        [middle] Davor { $items }. Möchtest du mehr hören?
        [again] Hier sind { $items }. Möchtest du mehr hören?
       *[last] Und ganz am Anfang { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder eine andere Playlist. Was möchtest du?
    .title = Neues auf { $name }
    .card =
        { $lines }
        { $source }
news-since = . Zuletzt kam etwas dazu am { $date }
news-none =
    .speech = Auf { $name } ist noch nichts. Welche andere Playlist soll ich öffnen?
    .reprompt = Welche Playlist?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } gehört { $owner }, und { -service } lässt sie mich nicht lesen. Welche von deinen soll ich öffnen?
       *[other] { $name } lässt mich { -service } nicht lesen. Welche andere soll ich öffnen?
    }
    .reprompt = Sag den Namen einer deiner Playlists. Welche darf es sein?
playlist-gone =
    .speech = Diese Playlist gibt es nicht mehr. Welche andere soll ich öffnen?
    .reprompt = Welche Playlist?

## Gespeichert, gehört, geliebt

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Gespeichert hast du { $items }. Was jetzt?
        [first] Zuletzt gespeichert hast du { $items }. Möchtest du hören, was davor kam?
        [middle] Davor { $items }. Möchtest du mehr hören?
        [again] Hier sind { $items }. Möchtest du mehr hören?
       *[last] Und als Erstes { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
    .title = Zuletzt gespeichert
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Du hast noch keine Lieder gespeichert. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] Zuletzt hast du { $items } gehört. Was jetzt?
           *[other] { heard-when } hast du zuletzt { $items } gehört. Was jetzt?
        }
        [only] { $when ->
            [ever] Gehört hast du { $items }. Was jetzt?
           *[other] { heard-when } hast du { $items } gehört. Was jetzt?
        }
        [first] { $when ->
            [ever] Zuletzt hast du { $items } gehört. Soll ich weiter zurückgehen?
           *[other] { heard-when } hast du { $items } gehört. Möchtest du mehr hören?
        }
        [middle] Davor { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und vor alledem { $items }. Was jetzt?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] Zuletzt hast du { $items } gehört. Was jetzt?
           *[other] { heard-when } hast du zuletzt { $items } gehört. Was jetzt?
        }
        [only] { $when ->
            [ever] In letzter Zeit hast du { $items } gehört. Was jetzt?
           *[other] { heard-when } hast du { $items } gehört. Was jetzt?
        }
        [first] { $when ->
            [ever] In letzter Zeit waren das { $items }. Möchtest du mehr hören?
           *[other] { heard-when } hast du { $items } gehört. Möchtest du mehr hören?
        }
        [middle] Weiter zurück { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und am weitesten zurück { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder frag: was soll ich hören. Was möchtest du?
    .title = Zuletzt gehört
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { $when ->
        [ever] { -service } zeigt mir nichts, was du zuletzt gehört hast. Frag: was soll ich hören. Was möchtest du?
       *[other] { heard-when }? Da sehe ich nichts. { $known }Was jetzt?
    }
    .reprompt = Frag: was soll ich hören. Was möchtest du?
heard-when = { $when ->
        [today] Heute
        [today-morning] Heute früh
        [today-afternoon] Heute Nachmittag
        [today-evening] Heute Abend
        [yesterday] Gestern
        [yesterday-morning] Gestern früh
        [yesterday-afternoon] Gestern Nachmittag
        [last-night] Gestern Abend
        [day-before] Vorgestern
        [monday] Am Montag
        [tuesday] Am Dienstag
        [wednesday] Am Mittwoch
        [thursday] Am Donnerstag
        [friday] Am Freitag
        [saturday] Am Samstag
        [sunday] Am Sonntag
        [weekend] Am Wochenende
        [week] Diese Woche
        [last-week] Letzte Woche
       *[back-then] Damals
    }
heard-last = Zuletzt lief { $track }.{" "}
heard-back-to = { -service } zeigt mir erst, was seit dem { $date } lief.{" "}
during = { $span ->
        [weeks] in den letzten vier Wochen
        [years] etwa im letzten Jahr
       *[months] im letzten halben Jahr
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] An erster Stelle steht { during } { $items }. Was jetzt?
        [only] Deine Lieblingskünstler { during }: { $items }. Was jetzt?
        [first] Deine Lieblingskünstler { during } sind { $items }. Möchtest du mehr hören?
        [middle] Dann { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und dann { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder: meine Lieblingskünstler aller Zeiten. Was möchtest du?
    .title = Deine Lieblingskünstler { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = Deine Lieblingskünstler { during } kennt { -service } nicht. Sag: meine Lieblingskünstler aller Zeiten. Was möchtest du?
    .reprompt = Sag: meine Lieblingskünstler aller Zeiten. Was möchtest du?
at-least = mindestens{" "}
songs-by-artist =
    .speech = { $saved ->
        [0] { $more ->
            [0] Von { $artist } finde ich bei dir nichts. Was jetzt?
           *[other] Gespeichert hast du nichts von { $artist }, aber auf deinen Playlists sind mindestens { $more }. Was jetzt?
        }
        [one] Von { $artist } hast du { $least }ein Lied gespeichert{ $more ->
            [0] {""}
           *[other] , und auf deinen Playlists sind mindestens { $more } weitere
        }. Was jetzt?
       *[other] Von { $artist } hast du { $least }{ $saved } Lieder gespeichert{ $more ->
            [0] {""}
           *[other] , und auf deinen Playlists sind mindestens { $more } weitere
        }. Was jetzt?
    }
    .reprompt = Frag: was soll ich hören. Was möchtest du?
top-genres =
    .speech = Nach deinen Lieblingskünstlern { during } vor allem { $genres }. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
top-genres-unknown =
    .speech = { -service } nennt mir keine Genres. Am meisten hörst du { $artists }. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
last-heard =
    .speech = { $track } hast du zuletzt { $ago } gehört. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
last-heard-unknown =
    .speech = { $what } ist nicht unter dem, was du zuletzt gehört hast. { $known }Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
followed =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Du folgst { followed-total }: { $items }. Was jetzt?
        [first] Du folgst { followed-total }. Die ersten sind { $items }. Möchtest du mehr hören?
        [middle] Dann { $items }. Soll ich weiterlesen?
       *[last] Und dann { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
    .title = Künstler, denen du folgst
    .card =
        { $lines }
        { $source }
followed-total = { $total ->
        [one] einem Künstler
       *[other] { $total } Künstlern
    }
followed-none =
    .speech = Du folgst auf { -service } noch niemandem. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
artist-details =
    .speech = Nummer { $number } ist { $name }{ $genres }. { $newest }Was jetzt?
    .reprompt = Sag weiter, oder: etwas wie { $name }. Was möchtest du?
artist-genres = , Genre: { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Dein Lieblingslied { during } ist { $items }. Was jetzt?
        [only] Deine Lieblingslieder { during }: { $items }. Was jetzt?
        [first] Deine Lieblingslieder { during } sind { $items }. Möchtest du mehr hören?
        [middle] Dann { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und dann { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder: meine Lieblingslieder aller Zeiten. Was möchtest du?
    .title = Deine Lieblingslieder { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = Deine Lieblingslieder { during } kennt { -service } nicht. Sag: meine Lieblingslieder aller Zeiten. Was möchtest du?
    .reprompt = Sag: meine Lieblingslieder aller Zeiten. Was möchtest du?

## Neues von denen, denen man folgt

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Neu in den letzten drei Monaten: { $items }. Was jetzt?
        [first] Neu in den letzten drei Monaten: { $items }. Möchtest du mehr hören?
        [middle] Dann { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
    .title = Neuerscheinungen
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Du folgst bei { -service } noch niemandem.
        [one] Von dem Künstler, dem du folgst, kam in den letzten drei Monaten nichts heraus.
       *[other] Von den { $artists } Künstlern, denen du folgst und die du am meisten hörst, kam in den letzten drei Monaten nichts heraus.
    } Was sonst?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
releases-partial = { $count ->
        [one] Einen deiner Künstler konnte ich gerade nicht nachsehen.
       *[other] { $count } deiner Künstler konnte ich gerade nicht nachsehen.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Nummer { $number } ist { $album }{ $total ->
        [0] {""}
        [one] , ein einzelner Titel
       *[other] , { $total } Titel
    }{ $day }. Was jetzt?
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
released-on = , erschienen am { $date }
released-in = , erschienen { $date }

## Neues seit der letzten Frage

arrivals =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { arrivals-since }: { $items }. Was jetzt?
        [first] { arrivals-since }: { $items }. Soll ich weiterlesen?
        [middle] Dann { $items }. Soll ich weiterlesen?
        [again] Hier sind { $items }. Soll ich weiterlesen?
       *[last] Und { $items }. Was jetzt?
    }
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
    .title = Neu für dich
    .card =
        { $lines }
        { $source }
arrivals-since = { $since ->
        [week] Neu in der letzten Woche
       *[visit] Neu für dich
    }
arrival-song = { $track } auf { $name }
arrival-release = die Neuerscheinung { $album }
arrival-row = { $artists } · { $name }
arrival-details =
    .speech = Nummer { $number } ist { $track }{ $album }. { $by ->
        [others] Jemand anders hat es zu { $name } hinzugefügt.
       *[listener] Es kam zu { $name } dazu.
    } Was jetzt?
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
release-details =
    .speech = Nummer { $number } ist { $album }{ $day }. Du folgst { $artist }. Was jetzt?
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
arrivals-all =
    .speech = Mehr Neues habe ich nicht gefunden. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
arrivals-none =
    .speech = { $partial }{ $checked ->
        [both] { nothing-since } auf deinen Playlists, und auch nichts von den Künstlern, bei denen ich heute nachgesehen habe.
        [some] { nothing-since } auf den Playlists und von den Künstlern, bei denen ich heute nachgesehen habe.
        [playlists] { nothing-since } auf deinen Playlists.
        [some-playlists] { nothing-since } auf den Playlists, die ich mir angesehen habe.
        [artists] { nothing-since } von den Künstlern, bei denen ich heute nachgesehen habe.
       *[nothing] Du hast keine eigenen Playlists und folgst niemandem, da gibt es für mich nichts nachzusehen.
    } Was sonst?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
nothing-since = { $since ->
        [week] In der letzten Woche gab es nichts Neues
       *[visit] Es gibt nichts Neues
    }
arrivals-partial = Alles konnte ich gerade nicht nachsehen.{" "}

## Wo ein Lied ist

which-song =
    .speech = Welches Lied suchst du?
    .reprompt = Sag mir den Titel. Welches Lied?
song-where =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { song-found }. Ich habe { searched-of } durchgesehen. { open-or-look }
        [first] { song-found }, { on-more }. Welche, oder weiter?
        [middle] Dann { $items }. Welche, oder weiter?
        [again] Das sind { $items }. Welche, oder weiter?
       *[last] Und { $items }. Ich habe { searched-of } durchgesehen. { open-or-look }
    }
    .reprompt = Sag einen Namen, eine Nummer, oder: such weiter. Welche?
    .screen = Wo { $heard } ist
    .title = Wo { $heard } ist
    .card =
        { $lines }
        { $source }
song-found = { $earlier ->
        [0] Ich habe { $heard } auf { $items } gefunden
       *[other] { $heard } ist auch auf { $items }
    }
on-more = { $left ->
        [0] und auf { more-lists }
       *[other] und bisher auf { more-lists }
    }
more-lists = { $more ->
        [one] einer weiteren
       *[other] { $more } weiteren
    }
open-or-look = { $left ->
        [0] { open-which }
       *[other] { $total ->
            [one] Soll ich sie öffnen oder weitersuchen?
           *[other] Welche, oder soll ich weitersuchen?
        }
    }
song-where-none =
    .speech = Diese Playlists finde ich nicht mehr. Welches Lied suchst du?
    .reprompt = Sag: wo ist, und ein Lied. Was möchtest du?
song-not-yet =
    .speech = { $earlier ->
        [0] Ich habe { $heard } noch nicht gefunden.
       *[other] Mehr habe ich noch nicht gefunden.
    } Ich habe { searched-of } durchgesehen. Soll ich weitersuchen?
    .reprompt = Soll ich { $heard } weitersuchen?
song-nowhere =
    .speech = { $earlier ->
        [0] Ich finde { $heard } nicht.
       *[other] Sonst habe ich { $heard } nirgends gefunden.
    } Ich habe { searched-of } durchgesehen. { ask }
    .reprompt = { ask }
searched-of = { $readable ->
        [0] keine Playlist, weil du keine angelegt oder bearbeitet hast
        [one] deine eine Playlist
       *[other] { $left ->
            [0] alle { $readable } Playlists, die du angelegt hast oder bearbeitest,
           *[other] { $searched } von { $readable } Playlists, die du angelegt hast oder bearbeitest,
        }
    }

## Das Konto

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] In deinem Regal sind noch keine Playlists. Was möchtest du stattdessen?
        [one] In deinem Regal ist eine Playlist. Soll ich sie öffnen, oder was möchtest du?
       *[other] In deinem Regal sind { $count } Playlists; { own-among }. Was möchtest du?
    }
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
own-among = { $unknown ->
        [0] { $others ->
                [0] alle sind deine eigenen
               *[other] { $own ->
                    [0] keine davon ist deine eigene
                    [one] eine davon ist deine eigene
                   *[other] { $own } davon sind deine eigenen
                }
            }
       *[other] { $own ->
            [0] ich weiß nicht, welche davon deine eigenen sind
            [one] mindestens eine davon ist deine eigene
           *[other] mindestens { $own } davon sind deine eigenen
        }
    }
account-of =
    .speech = Das ist das { -service }-Konto von { $name }. Was jetzt?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
account-sample =
    .speech = Es ist kein Konto verknüpft, das hier ist die Demo. Für deine eigene Musik verknüpfe { -service } in der Alexa-App. Was jetzt?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
account-nameless =
    .speech = Ein { -service }-Konto ist verknüpft, aber es hat keinen Namen, den ich sagen kann. Was jetzt?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
refreshed =
    .speech = Deine Bibliothek ist aufgefrischt. Du hast { shelf-count }. Was jetzt?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
refresh-later =
    .speech = Das geht gerade nicht. Deine Bibliothek frischt sich bald von selbst auf. Was sonst?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
what-i-keep =
    .speech = Deine Bibliothek einen Tag; meine Tipps, was du dazu sagst und wann du nach Neuem fragst, zwei Wochen. Sag: vergiss mich, dann ist alles weg. Was jetzt?
    .reprompt = Sag: vergiss mich, oder: was soll ich hören. Was möchtest du?
forget-me =
    .speech = Ich vergesse, was ich aus deiner Bibliothek gelesen habe und was dir gefallen hat. Dein { -service }-Konto bleibt, wie es ist. Soll ich?
    .reprompt = Soll ich alles vergessen? Ja oder nein?
forgotten =
    .speech = Erledigt. Ich habe vergessen, was ich von dir wusste. Um auch die Verknüpfung zu lösen, deaktiviere den Skill in der Alexa-App. Tschüs!
forget-later =
    .speech = Das geht gerade nicht. Bitte frag mich gleich noch einmal. Was übrig ist, verschwindet von selbst innerhalb von zwei Wochen.

link-account =
    .speech = In deiner Alexa-App liegt jetzt eine Karte. Öffne sie und melde dich bei { -service } an.
link-account-done =
    .speech = Dein { -service }-Konto ist verknüpft. Zum Trennen schaltest du den Skill in der Alexa-App aus. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?

## Die Demo

demo =
    .speech = Hier ist eine Demo mit alter Musik. Soll ich dir etwas aussuchen?
    .speech-2 = Stell dir vor, diese alte Musik ist deine. Soll ich etwas aussuchen?
    .reprompt = Du kannst auch sagen: lies meine Playlists vor. Soll ich etwas aussuchen?
demo-declined =
    .speech = Alles klar. Für deine eigene Musik verknüpfst du { -service } über die Karte in der Alexa-App. Tschüss!
demo-needless =
    .speech = Du brauchst keine Demo: Deine eigene Bibliothek ist verknüpft. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
progress =
    .speech = Einen Moment.
    .speech-2 = Ich schaue nach.

## Welche gemeint ist

which-playlist =
    .speech = Welche Playlist?
    .speech-2 = Welche Playlist meinst du?
    .reprompt = Sag den Namen einer Playlist, oder: lies meine Playlists vor. Welche?
which-owner =
    .speech = Von welchem Lied oder welcher Playlist?
    .reprompt = Sag den Namen von einem Lied oder einer Playlist. Wovon?
ask = { $ask ->
        [offer] Soll ich dir was aussuchen?
        [artist] Wen hörst du gern?
        [name] Sag den Namen noch mal, oder: lies meine Playlists vor. Welche?
        [title] Ein anderer Titel?
        [shelf] Sag: lies meine Playlists vor, dann hörst du sie. Was möchtest du?
       *[next] Was möchtest du?
    }
did-you-mean =
    .speech = Ich habe { $name } gefunden. Ist es die?
    .speech-2 = Meinst du { $name }?
    .reprompt = Sag ja, oder einen anderen Namen. Ist es { $name }?
did-you-mean-which =
    .speech = Meinst du { $first }, oder { $second }?
    .speech-2 = Ist es { $first }, oder { $second }?
    .reprompt = Die erste oder die zweite?
did-you-mean-number =
    .speech = Davon gibt es { $total }: { $name }. { $counted ->
        [years] Welches Jahr?
       *[numbers] Welche Nummer?
    }
    .reprompt = { $counted ->
        [years] Sag ein Jahr.
       *[numbers] Sag eine Nummer.
    } Welche?
    .title = { $name }: welche?
    .card =
        { $lines }
        { $source }
did-you-mean-some =
    .speech = { $more ->
        [0] Ich habe { $total } gefunden: { $items }. Welche?
       *[other] Ich habe { $total } gefunden. Die ersten sind { $items }. Welche?
    }
    .reprompt = Sag einen Namen oder eine Nummer. Welche?
    .title = Welche?
    .card =
        { $lines }
        { $source }
no-such-playlist =
    .speech = Eine Playlist namens { $heard } finde ich nicht. { ask }
    .speech-2 = Unter deinen Playlists ist kein { $heard }. { ask }
    .reprompt = { ask }
no-such-playlist-partial =
    .speech = Eine Playlist namens { $heard } habe ich nicht gefunden. { $partial }{ ask }
    .reprompt = { ask }

question-dropped =
    .speech = Okay, lassen wir das. Du kannst sagen: lies meine Playlists vor. Was möchtest du?
    .speech-2 = Versuchen wir etwas anderes. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
yes-to-nothing =
    .speech = Gern. Worum geht es?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
no-not-that =
    .speech = Okay, die nicht. Sag einen anderen Namen, oder: lies meine Playlists vor. Welche?
    .reprompt = Sag einen Namen, oder: lies meine Playlists vor. Welche?
no-then-what =
    .speech = Okay. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor, oder stopp. Was möchtest du?
which-number =
    .speech = Welche Nummer?
    .reprompt = Sag eine Nummer, oder einen Namen. Welche?

## Durch eine Liste

list-end =
    .speech = Das war das Ende der Liste. Was jetzt?
    .reprompt = Sag von vorne, oder einen Namen. Was möchtest du?
list-start =
    .speech = Das ist der Anfang der Liste. Was jetzt?
    .reprompt = Sag weiter, oder einen Namen. Was möchtest du?
list-no-such =
    .speech = { $total ->
        [one] Auf dieser Liste steht nur eins. Möchtest du es noch mal hören?
       *[other] Diese Liste geht von eins bis { $total }. Welche Nummer?
    }
    .reprompt = Sag eine Nummer, oder weiter. Welche?
list-count =
    .speech = { $total ->
        [one] Auf dieser Liste steht nur eins.
       *[other] Auf dieser Liste stehen { $total }.
    } Was jetzt?
    .reprompt = Sag: mehr davon, oder eine Nummer. Was möchtest du?
list-unreadable =
    .speech = Auf dieser Liste steht etwas, aber ich kann gerade nichts davon lesen. Du kannst sagen: lies meine Playlists vor, oder: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
nothing-to-repeat =
    .speech = Da gibt es gerade nichts zu wiederholen. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
offer-again =
    .speech = Soll ich dir was zum Hören aussuchen?
    .reprompt = Soll ich dir was zum Hören aussuchen?
nothing-to-page =
    .speech = Ich lese gerade keine Liste vor. Soll ich dir was zum Hören aussuchen?
    .reprompt = Du kannst auch sagen: lies meine Playlists vor. Soll ich dir was aussuchen?

## What plays now

playing =
    .speech = { $run ->
        [paused] { $track } ist gerade angehalten.
       *[running] Gerade läuft { $track }.
    } Was jetzt?
    .reprompt = Sag: mehr davon. Was möchtest du?
    .title = Läuft gerade
    .card =
        { $track }
        { $source }
playing-podcast =
    .speech = { $run ->
        [paused] Der Podcast { $track } ist gerade angehalten.
       *[running] Gerade läuft ein Podcast, { $track }.
    } Was jetzt?
    .reprompt = Frag: was soll ich hören? Was möchtest du?
playing-liked =
    .speech = Gemerkt: { $track } gefällt dir.
playing-none =
    .speech = { $what ->
        [ad] Gerade läuft Werbung.
        [hidden] { -service } verrät nicht, was gerade läuft.
       *[silent] Bei { -service } läuft gerade nichts.
    } Soll ich dir was aussuchen?
    .reprompt = Soll ich dir was zum Hören aussuchen?

## Speichern

song-is-saved =
    .speech = Ja, { $track } hast du gespeichert. Was möchtest du als Nächstes?
    .reprompt = Sag: spiel es, oder: mehr davon. Was möchtest du?
song-not-saved =
    .speech = Nein, { $track } hast du nicht gespeichert. Soll ich in deinen Playlists nachsehen?
    .reprompt = Soll ich in deinen Playlists nachsehen?
song-chosen =
    .speech = { $track }: gute Wahl. Zum Hören sag: spiel es. Was jetzt?
    .speech-2 = Gut, { $track }. Zum Hören sag: spiel es. Was jetzt?
    .reprompt = Sag: spiel es, oder: noch eins. Was möchtest du?
saving-off =
    .speech = Lieder speichern oder Playlists ändern kann ich nicht, das geht in der App von { -service }. Soll ich dir was aussuchen?
    .reprompt = Soll ich dir was zum Hören aussuchen?
saving-sample =
    .speech = Das hier ist nur die Demo, da kann ich nichts speichern. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
saving-refused =
    .speech = Das lässt mich { -service } nicht ändern. Was möchtest du stattdessen?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
save-which =
    .speech = Sag zum Beispiel: speicher das zweite. Welches Lied?
    .reprompt = Sag: speicher, und die Nummer. Welches Lied?
no-song-named =
    .speech = Ich weiß nicht, welches Lied du meinst. Soll ich dir eins aussuchen?
    .reprompt = Soll ich dir ein Lied aussuchen?
save-not =
    .speech = { $why ->
        [local] Das ist eine Datei von dir, die kann { -service } nicht speichern.
        [podcast] Das ist ein Podcast, und ich speichere nur Lieder.
       *[other] Speichern kann ich nur Lieder.
    } Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
song-saved =
    .speech = { $done ->
        [again] { $track } hast du schon gespeichert.
       *[new] { $track } ist gespeichert.
    } Was jetzt?
    .reprompt = Zum Zurücknehmen sag: nimm es wieder raus. Was möchtest du?
added-stays =
    .speech = Aus Playlists kann ich nichts rausnehmen, das geht nur in der App von { -service }. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
song-taken-off =
    .speech = { $done ->
        [again] { $track } war gar nicht gespeichert.
       *[new] { $track } ist nicht mehr gespeichert.
    } Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
song-added =
    .speech = { $done ->
        [again] { $track } ist schon auf { $name }.
       *[new] { $track } ist jetzt auf { $name }.
    } Was jetzt?
    .reprompt = Sag zum Beispiel: öffne { $name }. Was möchtest du?
add-theirs =
    .speech = { $maker ->
        [theirs] { $name } gehört { $owner }, da kann ich nichts hinzufügen.
       *[other] Zu { $name } lässt mich { -service } nichts hinzufügen.
    } Welche von deinen?
    .reprompt = Sag den Namen einer deiner Playlists. Welche?
playlist-made =
    .speech = { $done ->
        [new] Ich habe eine private Playlist angelegt, { $name }, mit { $songs }.
        [more] Ich habe { $name } mit { $songs } ergänzt.
       *[again] Die sind alle schon auf { $name }.
    } Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
song-count = { $count ->
        [one] einem Lied
       *[other] { $count } Liedern
    }
make-nothing =
    .speech = Für eine Playlist fehlen noch die Lieder. Soll ich dir welche aussuchen?
    .reprompt = Soll ich dir ein Lied aussuchen?
playlist-of-day = { -skill }, { $date }
playlist-made-by = Angelegt von { -skill }, einem Skill für Alexa.

## Hilfe, und was niemand versteht

help =
    .speech = Frag: was soll ich hören, oder: was gibt es Neues für mich. Oder sag: lies meine Playlists vor. Mehr hörst du mit: was noch. Was möchtest du?
    .reprompt = Frag: was soll ich hören, oder: was noch. Was möchtest du?
    .screen =
        Du kannst sagen:
        „Was soll ich hören?“
        „Was gibt es Neues für mich?“
        „Lies meine Playlists vor“
        „Öffne“ und einen Namen
        „Was noch?“
help-find =
    .speech = Frag: in welcher Playlist ist, oder: wer singt, und ein Lied. { $able ->
        [3] Zu einem Lied sag: spiel es, oder: speicher es.
        [1] Zu einem Lied sag: speicher es.
        [2] Zu einem Lied sag: spiel es.
       *[other] Für eine Playlist sag: öffne, und ihren Namen.
    } Und mehr mit: was noch. Was möchtest du?
    .reprompt = Sag: was noch, dann geht es weiter. Was möchtest du?
    .screen =
        Du kannst sagen:
        „In welcher Playlist ist“ und ein Lied
        „Wer singt“ und ein Lied
        „Öffne“ und einen Namen
        „Was noch?“
help-taste =
    .speech = Nenn eine Stimmung, einen Künstler oder ein Jahrzehnt. Sag: gefällt mir, das nicht, oder: empfiehl nie wieder, und einen Namen. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
    .screen =
        Du kannst sagen:
        Eine Stimmung, einen Künstler oder ein Jahrzehnt
        „Gefällt mir“ oder „Das nicht“
        „Empfiehl nie wieder“ und einen Namen
able-to =
    .speech = { $capability ->
        [can-save] Ja. Wenn ich ein Lied nenne, sag: speicher es, oder: pack es auf, und eine Playlist.
        [can-make] Ja. Nach ein paar Liedern sag: mach daraus eine Playlist.
       *[can-play] Ja, wo { -service } offen ist. Sag: spiel, und einen Namen.
    } Soll ich dir was zum Hören aussuchen?
    .speech-2 = { $capability ->
        [can-save] Kann ich. Nenne ich ein Lied, sag: speicher es, oder: pack es auf, und eine Playlist.
        [can-make] Kann ich. Habe ich ein paar Lieder genannt, sag: mach daraus eine Playlist.
       *[can-play] Kann ich, wenn { -service } irgendwo offen ist. Sag: spiel, und einen Namen.
    } Soll ich dir was aussuchen?
    .reprompt = Soll ich dir was zum Hören aussuchen?
about-skill =
    .speech = { $capability ->
        [cost] Ich koste nichts. Ich brauche nur ein { -service }-Konto, ein kostenloses reicht.{ $able ->
            [0] {""}
            [1] {""}
           *[other] {" "}Nur das Abspielen auf deinen Geräten braucht Premium.
        }
        [premium] { $able ->
            [0] Nein, ein kostenloses Konto reicht.
            [1] Nein, ein kostenloses Konto reicht.
           *[other] Nur zum Abspielen auf deinen Geräten. Alles andere geht mit einem kostenlosen Konto.
        }
        [family] Ja. Wessen Stimme Alexa kennt, der kann sein eigenes { -service } verknüpfen. Alle anderen teilen sich dieses.
        [listening] Ich höre dich nicht. Das tut Alexa, und während wir reden, bekomme ich die Worte deiner Wünsche.
        [sharing] Ich verkaufe nichts und gebe nichts weiter: Ich frage { -service }, und die Antwort hörst du von Alexa. Zum Löschen sag: vergiss mich.
        [password] Dein Passwort sehe ich nie. Angemeldet hast du dich auf der Seite von { -service }.
       *[maker] Nein, ich bin ein unabhängiger Skill, weder von { -service } noch von Amazon. Ich lese nur deine Musik bei { -service }, und nur, wenn du es erlaubst.
    } Was möchtest du?
    .reprompt = Frag zum Beispiel: was soll ich hören. Was möchtest du?
about-password-unlinked =
    .speech = Dein Passwort sehe ich nie. Du meldest dich bei { -service } selbst an, über die Karte in deiner Alexa-App. Was möchtest du noch wissen?
    .reprompt = Sag: starte die Demo. Was möchtest du?
help-list =
    .speech = Sag weiter oder zurück, oder einen Namen oder eine Nummer, um mehr zu hören. Was möchtest du?
    .reprompt = Sag weiter, oder einen Namen. Was möchtest du?
    .screen =
        Du kannst sagen:
        „Weiter“ oder „Zurück“
        Eine Nummer oder einen Namen
help-picks =
    .speech = Sag: { $asks ->
        [1] spiel es, gefällt mir,
       *[other] gefällt mir, nicht das,
    } noch eins, oder warum. Mit zurück verlässt du die Empfehlungen. Was möchtest du?
    .reprompt = Sag: noch eins, oder warum. Was möchtest du?
    .screen =
        Du kannst sagen:
        { $asks ->
            [1] „Spiel es“ oder „Gefällt mir“
           *[other] „Gefällt mir“ oder „Nicht das“
        }
        „Noch eins“ oder „Warum?“
        „Zurück“, um die Empfehlungen zu verlassen
help-artist =
    .speech = Sag einfach den Namen einer Band oder von jemandem, der singt. Wen?
    .reprompt = Sag einen Namen. Wen meinst du?
help-song =
    .speech = Sag einfach den Titel. Welches Lied?
    .reprompt = Sag einen Titel. Welches Lied?
help-which =
    .speech = Sag den Namen einer deiner Playlists, oder: lies meine Playlists vor. Welche?
    .reprompt = Sag einen Namen, oder: lies meine Playlists vor. Welche?
help-meant =
    .speech = Sag ja oder nein, die erste oder die zweite, oder den Namen noch mal. Welche?
    .reprompt = Die erste oder die zweite?
help-speaker =
    .speech = Sag den Namen eines Lautsprechers, oder den ersten oder den zweiten. Welcher?
    .reprompt = Sag den Namen eines Lautsprechers, oder: den ersten. Welcher?
help-confirm =
    .speech = Sag ja, dann mache ich es, oder nein, dann nicht. Soll ich?
    .reprompt = Ja oder nein?
help-unlinked =
    .speech = Ich kenne deine { -service }-Playlists und empfehle Musik. Sag: starte die Demo, oder verknüpfe { -service } in der Alexa-App. Was möchtest du?
    .reprompt = Sag: starte die Demo. Was möchtest du?
    .screen = Ich kenne deine { -service }-Playlists und empfehle Musik. Sag „Starte die Demo“, oder verknüpfe { -service } in der Alexa-App.
help-unlinked-more =
    .speech = Ich suche passende Musik aus, sage, was neu ist, und finde Lieder auf deinen Playlists. Zum Testen sag: starte die Demo. Was möchtest du?
    .reprompt = Sag: starte die Demo. Was möchtest du?
fallback =
    .speech = Das habe ich nicht verstanden. Frag: was soll ich hören, oder sag: lies meine Playlists vor. Was möchtest du?
    .speech-2 = Das kann ich leider nicht. Versuch mal: was soll ich hören. Was möchtest du?
    .speech-3 = Hm, das habe ich nicht mitbekommen. Versuch mal: lies meine Playlists vor. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
    .screen = Das habe ich nicht verstanden.
fallback-list =
    .speech = Das habe ich nicht verstanden. Sag weiter, oder eine Nummer. Was möchtest du?
    .speech-2 = Das habe ich nicht mitbekommen. Weiter, oder eine Nummer?
    .reprompt = Sag weiter, oder eine Nummer. Was möchtest du?
    .screen = Das habe ich nicht verstanden.
fallback-picks =
    .speech = Das habe ich nicht verstanden. Sag: { $asks ->
        [1] spiel es
       *[other] gefällt mir
    }, noch eins, oder warum. Was möchtest du?
    .speech-2 = Das habe ich nicht mitbekommen. Noch eins, oder warum?
    .reprompt = Sag: noch eins, oder warum. Was möchtest du?
    .screen = Das habe ich nicht verstanden.
fallback-artist =
    .speech = Den Namen habe ich nicht verstanden. Wen meinst du?
    .reprompt = Sag einen Namen. Wen meinst du?
fallback-song =
    .speech = Den Titel habe ich nicht verstanden. Welches Lied?
    .reprompt = Sag einen Titel. Welches Lied?
fallback-which =
    .speech = Den Namen habe ich nicht verstanden. Du kannst auch sagen: lies meine Playlists vor. Welche?
    .reprompt = Sag einen Namen, oder: lies meine Playlists vor. Welche?
fallback-meant =
    .speech = Entschuldige, die erste oder die zweite?
    .speech-2 = Das habe ich nicht verstanden. Die erste, oder die zweite?
    .reprompt = Die erste oder die zweite?
fallback-speaker =
    .speech = Den Lautsprecher habe ich nicht verstanden. Welcher soll es sein?
    .reprompt = Sag den Namen eines Lautsprechers, oder: den ersten. Welcher?
fallback-confirm =
    .speech = Entschuldige, ja oder nein?
    .speech-2 = Das habe ich nicht verstanden. Ja oder nein?
    .reprompt = Ja oder nein?
fallback-unlinked =
    .speech = Das habe ich nicht verstanden. Möchtest du die Demo hören?
    .reprompt = Sag: starte die Demo, oder Hilfe. Was möchtest du?
    .screen = Das habe ich nicht verstanden.
waiting =
    .speech = Klar, lass dir Zeit. Was möchtest du?
    .speech-2 = Alles klar, ganz in Ruhe. Was möchtest du?
    .reprompt = Ich bin noch da. Was möchtest du?
thanks =
    .speech = Gern geschehen. Noch etwas?
    .speech-2 = Gerne. Sonst noch was?
    .reprompt = Noch etwas, oder soll ich aufhören?
unsupported =
    .speech = { $capability ->
        [playback] Abspielen kann ich nichts, aber ich sage dir, was sich lohnt.
        [louder] Die Lautstärke kann ich nicht ändern. Sag einfach: Alexa, lauter.
        [quieter] Die Lautstärke kann ich nicht ändern. Sag einfach: Alexa, leiser.
        [mute] Stumm schalten kann ich nicht. Sag einfach: Alexa, Ton aus.
        [volume] Die Lautstärke kann ich nicht ändern. Sag einfach: Alexa, Lautstärke fünf.
        [timer] Timer und Wecker kann ich nicht stellen. Sag stopp und bitte dann Alexa darum.
        [lyrics] Liedtexte habe ich nicht.
        [ads] Werbung kann ich nicht überspringen.
        [edit] Löschen, umbenennen, teilen: das kann ich mit Playlists nicht.
        [rename] Playlists benennen kann ich nicht, das geht in { -service }.
        [facts] Von einem Lied weiß ich nur, von wem, von welchem Album und von wann es ist.
        [charts] Die Charts kenne ich nicht.
        [concerts] Konzerttermine kenne ich nicht.
        [sorting] Sortieren, vergleichen oder zählen kann ich das nicht.
        [pace] Wie schnell ich spreche, bestimmt Alexa.
        [chat] Ich kenne mich nur mit Musik aus, vor allem mit deiner.
       *[other] Ich kenne mich nur mit Musik aus. Sag stopp und frag dann Alexa.
    } Soll ich dir was zum Hören aussuchen?
    .speech-2 = { $capability ->
        [playback] Abspielen ist nicht meins, aber ich weiß, was sich lohnt.
        [louder] An die Lautstärke komme ich nicht ran. Sag: Alexa, lauter.
        [quieter] An die Lautstärke komme ich nicht ran. Sag: Alexa, leiser.
        [mute] An den Ton komme ich nicht ran. Sag: Alexa, Ton aus.
        [volume] An die Lautstärke komme ich nicht ran. Sag: Alexa, Lautstärke fünf.
        [timer] Einen Timer habe ich nicht. Sag stopp und bitte dann Alexa darum.
        [lyrics] Songtexte kenne ich nicht.
        [ads] Gegen Werbung kann ich nichts machen.
        [edit] Playlists ändern oder teilen kann ich so nicht.
        [rename] Einen Namen bekommt sie nur in { -service }.
        [facts] Ich weiß nur Interpret, Album und Jahr.
        [charts] Von den Charts weiß ich nichts.
        [concerts] Von Konzerten weiß ich nichts.
        [sorting] Sortieren, vergleichen und zählen ist nicht meins.
        [pace] Wie schnell ich spreche, bestimmt Alexa.
        [chat] Ich verstehe nur was von Musik, vor allem von deiner.
       *[other] Das ist nichts für mich. Sag stopp und frag dann Alexa.
    } Möchtest du stattdessen ein Lied?
    .reprompt = Soll ich dir was zum Hören aussuchen?
music-request = { $wish ->
        [song] Alexa, spiele { $name } von { $artist } auf { -service }
        [title] Alexa, spiele das Lied { $name } auf { -service }
        [album] Alexa, spiele das Album { $name } von { $artist } auf { -service }
        [playlist] Alexa, spiele die Playlist { $name } auf { -service }
        [shuffled] Alexa, spiele die Playlist { $name } in zufälliger Reihenfolge auf { -service }
        [podcast] Alexa, spiele den Podcast { $name } auf { -service }
        [genre] Alexa, spiele { $name } auf { -service }
       *[anything] Alexa, spiele { $name } auf { -service }
    }
play-address =
    { $address }
    {""}
play-elsewhere =
    .speech = Abspielen kann ich selbst nichts. Sag: { $request }.{ $where }
    .speech-2 = Musik spiele ich nicht ab, aber Alexa macht das. Sag: { $request }.{ $where }
    .title = So hörst du es
    .card =
        Sag: „{ $request }“{ $where }
        { $address }{ $source }
play-where = {" "}Für einen anderen Echo häng seinen Namen an.
play-unqueued =
    .speech = In die Warteschlange stellen kann ich das nicht. Wenn du es gleich hören willst, sag: { $request }.{ $where }
    .title = So hörst du es
    .card =
        Sag: „{ $request }“{ $where }
        { $address }{ $source }
play-by-card =
    .speech = Abspielen kann ich selbst nichts, und den Namen kann man nicht aussprechen. Die Karte in deiner Alexa-App führt dich hin.
    .title = So hörst du es
    .card = { $address }{ $source }
play-nameless =
    .speech = Abspielen kann ich selbst nichts, und das hier hat keinen Namen, den man sagen könnte. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
play-local =
    .speech = { $name } ist eine Datei von dir, die kann Alexa nicht abspielen. Was möchtest du stattdessen?
    .reprompt = Sag einfach einen anderen Namen. Was möchtest du?
play-unplayable =
    .speech = { $name } gibt es bei { -service } in deinem Land nicht zu hören. Was möchtest du stattdessen?
    .reprompt = Sag einfach einen anderen Namen. Was möchtest du?
play-sample =
    .speech = Diese Playlist gibt es nur in der Demo, und abspielen kann ich selbst nichts. Was möchtest du stattdessen?
    .reprompt = Du kannst den Namen eines Lieds sagen. Was möchtest du?
play-nothing =
    .speech = Ich weiß noch nicht, was du hören willst. Soll ich dir was aussuchen?
    .reprompt = Soll ich dir was zum Hören aussuchen?
play-unknown =
    .speech = Bei { -service } finde ich { $heard } nicht. Was möchtest du stattdessen?
    .reprompt = Sag den Namen noch mal, oder frag: was soll ich hören. Was möchtest du?
play-instead =
    .speech = Das kann ich nicht starten. Sag: { $request }.{ $where }
    .title = So hörst du es
    .card =
        Sag: „{ $request }“{ $where }
        { $address }{ $source }
play-here =
    .speech = Ein Echo taucht bei { -service } erst auf, wenn darauf schon mal etwas lief. Sag: { $request }.
    .title = So hörst du es
    .card =
        Sag: „{ $request }“
        { $address }{ $source }
play-premium =
    .speech = { -service } lässt mich nur mit Premium Musik starten. Du kannst aber sagen: { $request }.{ $where }
    .title = So hörst du es
    .card =
        Sag: „{ $request }“{ $where }
        { $address }{ $source }
play-started =
    .speech = { $before }{ $order ->
        [shuffled] { $name } läuft jetzt gemischt auf { $speaker }.
        [unshuffled] { $name } läuft auf { $speaker }. Mischen ging leider nicht.
       *[own] { $name } läuft jetzt auf { $speaker }.
    }
play-queued =
    .speech = { $name } ist in der Warteschlange. Was noch?
    .reprompt = Frag: was soll ich hören? Was möchtest du?
shuffle-only-playlists =
    .speech = Mischen kann ich nur eine Playlist. Was jetzt?
    .reprompt = Sag: mische, und den Namen einer Playlist. Was möchtest du?
queue-only-songs =
    .speech = In die Warteschlange passen nur einzelne Lieder. Was jetzt?
    .reprompt = Frag: was soll ich hören? Was möchtest du?
play-moved =
    .speech = Okay, ab jetzt auf { $speaker }.
player-done =
    .speech = { $command ->
        [pause] Pause.
        [resume] Es geht weiter.
        [shuffle] Jetzt läuft's gemischt.
        [next] Hier kommt das nächste Lied.
       *[previous] Zurück zum Lied davor.
    }
which-speaker =
    .speech = { $lead ->
        [unknown] Den Lautsprecher finde ich nicht.
        [gone] Der Lautsprecher ist gerade verschwunden.
        [restricted] Der Lautsprecher lässt sich von mir nicht steuern.
        [here] Ein Echo taucht erst auf, wenn { -service } schon mal darauf lief.
       *[silent] {""}
    } Ich kann auf { $items } abspielen. { $count ->
        [one] Soll es da laufen?
       *[other] Wo soll es laufen?
    }
    .reprompt = Sag den Namen eines Lautsprechers, oder: den ersten. Welcher?
speakers-none =
    .speech = { $lead ->
        [here] Ein Echo taucht erst auf, wenn { -service } schon mal darauf lief.
       *[silent] Ich finde keinen Lautsprecher, auf dem { -service } offen ist.
    } Öffne { -service } irgendwo und frag mich noch mal. Was möchtest du solange?
    .reprompt = Frag: was soll ich hören? Was möchtest du?
goodbye =
    .speech = Tschüs!
    .speech-2 = Bis bald.

## Wenn etwas schiefgeht

link-or-demo =
    .speech = Dafür verknüpfe { -service } über die Karte in deiner Alexa-App. Möchtest du so lange die Demo hören?
    .reprompt = Verknüpfe { -service } in der Alexa-App. Möchtest du die Demo hören?
apology-not-linked =
    .speech = Dafür muss ich deine { -service }-Bibliothek sehen. In deiner Alexa-App liegt eine Karte, mit der du sie verknüpfst.
apology-link-expired =
    .speech = { -service } lässt mich nicht mehr rein. Das passiert alle paar Monate. Bitte verknüpfe dein Konto noch einmal über die Karte in der Alexa-App.
apology-scope-missing =
    .speech = Du hast dein Konto verknüpft, bevor ich das konnte. Bitte verknüpfe { -service } noch einmal über die Karte in der Alexa-App.
apology-not-admitted =
    .speech = { -service } zeigt mir deine Bibliothek noch nicht. Wer diesen Skill betreibt, muss dein Konto erst freischalten. Bitte frag dort nach.
apology-forbidden =
    .speech = Das lässt mich { -service } nicht machen.
apology-premium-required =
    .speech = { -service } lässt mich nicht rein: Das Premium-Abo, über das dieser Skill läuft, ist abgelaufen. Sobald es verlängert ist, geht es wieder.
apology-premium-to-play =
    .speech = Das lässt mich { -service } nur mit Premium.
apology-player-refused =
    .speech = Das geht bei { -service } gerade nicht. Vielleicht ist schon Pause, oder der Lautsprecher erlaubt es nicht.
apology-not-found =
    .speech = Das finde ich nicht mehr; vielleicht wurde es inzwischen entfernt. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
apology-no-active-device =
    .speech = { -service } ist gerade auf keinem Gerät offen.
apology-rate-limited =
    .speech = { -service } bittet mich, langsamer zu machen. Versuch es bitte { wait } noch einmal.
apology-quota-exceeded =
    .speech = Heute haben so viele gefragt, dass { -service } genug von meinen Fragen hat. Versuch es bitte { wait } noch einmal.
apology-rejected =
    .speech = { -service } hat mich nicht verstanden. Das liegt an mir. Versuch bitte etwas anderes.
apology-unavailable =
    .speech = Ich erreiche { -service } gerade nicht. Versuch es bitte in Kürze noch einmal.
apology-too-slow =
    .speech = { -service } ist gerade langsam. Versuch es bitte gleich noch einmal.
apology-unreadable =
    .speech = Die Antwort von { -service } konnte ich nicht lesen. Versuch es bitte in Kürze noch einmal.
apology-deadline =
    .speech = Das dauert zu lange. Frag mich bitte noch einmal; beim zweiten Mal geht es oft schneller.
apology-provider =
    .speech = Das habe ich von { -service } nicht bekommen. Versuch es bitte in Kürze noch einmal.
apology-unconfirmed =
    .speech = { -service } antwortet gerade nicht. Ich bin nicht sicher, ob das geklappt hat. Schau bitte gleich noch mal nach. Was jetzt?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
apology-playlist-full =
    .speech = Die Playlist ist voll, da passt nichts mehr drauf. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
apology-busy =
    .speech = Gerade ist viel los. Versuch es bitte gleich noch einmal.
apology-unexpected =
    .speech = Entschuldige, da ist etwas schiefgegangen. Versuch es bitte in Kürze noch einmal.

## Was man hören könnte

picks =
    .speech = { $notice }{ $told ->
        [nothing] Hör mal { $track }.
        [opened] { $track }.
        [opened-because] { $track }, weil { $reason }.
       *[reason] Hör mal { $track }, weil { $reason }.
    } { $asks ->
        [1] Soll ich's spielen?
       *[other] Gefällt dir das?
    }
    .speech-2 = { $notice }{ $told ->
        [nothing] Wie wäre es mit { $track }?
        [opened] Wie wäre es mit { $track }?
        [opened-because] Wie wäre es mit { $track }, weil { $reason }?
       *[reason] Wie wäre es mit { $track }, weil { $reason }?
    }{ $asks ->
        [1] {" "}Soll ich's spielen?
       *[other] {""}
    }
    .speech-3 = { $notice }{ $told ->
        [nothing] Probier mal { $track }.
        [opened] { $track }.
        [opened-because] { $track }, weil { $reason }.
       *[reason] Probier mal { $track }, weil { $reason }.
    } { $asks ->
        [1] Willst du's hören?
       *[other] Magst du das?
    }
    .reprompt = Du kannst auch sagen: noch eins, oder: warum. { $asks ->
        [1] Soll ich's spielen?
       *[other] Gefällt dir das?
    }
    .title = Für dich
    .card =
        { $lines }
        { $source }
pick-line = { $track } – weil { $reason }
picks-none =
    .speech = Ich weiß nicht mehr, was ich empfohlen habe. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
picks-dry =
    .speech = { $notice }Mehr habe ich heute nicht. Sag zum Beispiel: etwas Ruhiges. Was möchtest du?
    .speech-2 = { $notice }Mehr fällt mir heute nicht ein. Nenn eine Stimmung oder ein Genre. Was möchtest du?
    .reprompt = Sag von vorne, oder nenn eine Stimmung. Was möchtest du?
pick-details =
    .speech = Nummer { $number } ist { $track }. Ausgesucht habe ich es, weil { $reason }{ $length }. { $asks ->
        [1] Soll ich's spielen?
       *[other] Gefällt dir das?
    }
    .reprompt = Du kannst auch sagen: noch eins. { $asks ->
        [1] Soll ich's spielen?
       *[other] Gefällt dir das?
    }
why =
    .speech = Weil { $reasons }. { $asks ->
        [1] Soll ich's spielen?
       *[other] Gefällt dir das?
    }
    .speech-2 = Ausgesucht habe ich es, weil { $reasons }. { $asks ->
        [1] Willst du's hören?
       *[other] Gefällt dir das?
    }
    .reprompt = Du kannst auch sagen: noch eins. { $asks ->
        [1] Soll ich's spielen?
       *[other] Gefällt dir das?
    }
    .title = Warum das?
    .card =
        { $track }: weil { $reasons }.
        { $source }
opinion-of-which =
    .speech = Sag die Nummer oder den Titel. Welches Lied meinst du?
    .speech-2 = Dazu brauche ich erst eine Nummer oder einen Titel. Welches Lied?
    .reprompt = Sag eine Nummer, oder einen Titel. Welches Lied?
picks-so-far =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Bisher hatte ich { $items } für dich. Was jetzt?
        [first] Bisher waren das { $items }. Möchtest du mehr hören?
        [middle] Dann { $items }. Möchtest du mehr hören?
        [again] Hier sind { $items }. Möchtest du mehr hören?
       *[last] Und zuletzt { $items }. Was jetzt?
    }
    .reprompt = Sag eine Nummer, oder: mach eine Playlist daraus. Was möchtest du?
    .title = Bisher empfohlen
    .card =
        { $lines }
        { $source }
picks-so-far-none =
    .speech = In letzter Zeit habe ich nichts empfohlen. Soll ich dir was aussuchen?
    .reprompt = Soll ich dir was aussuchen?
why-playlist =
    .speech = { $playlist } war die erste, weil { $reason }. Soll ich sie öffnen?
    .reprompt = Soll ich sie öffnen?
why-other =
    .speech = Das habe nicht ich ausgesucht. Soll ich dir was empfehlen?
    .reprompt = Soll ich dir was empfehlen?
why-nothing =
    .speech = Ich habe noch nichts empfohlen. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Ich kenne deinen Geschmack noch nicht.
       *[other] Deinen Geschmack kenne ich nicht, weil ich nicht alles sehen konnte.
    } { ask }
    .reprompt = { ask }
wish-unmet =
    .speech = { $gaps }{ $unmet }{ ask }
    .reprompt = { ask }
rediscover-none =
    .speech = { $count ->
        [0] Du hast keine eigene Playlist, die ich durchsehen kann. Frag: was soll ich hören. Was möchtest du?
        [one] Alles auf deiner Playlist hast du erst kürzlich gehört. Frag: was soll ich hören. Was möchtest du?
       *[other] Ich habe { $count } deiner Playlists durchgesehen, und alles hast du erst kürzlich gehört. Frag: was soll ich hören. Was möchtest du?
    }
    .reprompt = Frag: was soll ich hören. Was möchtest du?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $wish }Vielleicht { $items }, weil { $reason }? { open-which }
        [first] { $wish }Vielleicht { $items }? Die erste, weil { $reason }. Welche?
        [again] Hier sind { $items }. Welche?
       *[other] Außerdem { $items }. Welche?
    }
    .reprompt = Sag einen Namen, oder die erste. Welche soll ich öffnen?
    .screen = Playlists für dich
    .title = Playlists für dich, { $first } bis { $last } von { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Gerade kann ich dir keine Playlist empfehlen. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?

## Was nie empfohlen wird

wish-excluded =
    .speech = { $name } soll ich ja weglassen. Sag: du darfst { $name } wieder empfehlen. Was möchtest du?
    .reprompt = Sag: du darfst { $name } wieder empfehlen. Was möchtest du?
picks-excluded =
    .speech = Du hast alles ausgeschlossen, was ich hätte. Frag: was empfiehlst du nicht. Was möchtest du?
    .reprompt = Frag: was empfiehlst du nicht. Was möchtest du?
never-noted =
    .speech = Okay, nichts mehr mit { $name }. { ask }
    .speech-2 = Gut, { $name } lasse ich ab jetzt weg. { ask }
    .reprompt = Die Liste hörst du mit: was empfiehlst du nicht. { ask }
never-which =
    .speech = Sag: empfiehl mir nie wieder, und dann einen Namen oder ein Genre. Was soll ich weglassen?
    .reprompt = Sag: empfiehl mir nie wieder, und dann einen Namen. Was soll ich weglassen?
never-full =
    .speech = Das sind schon hundert Sachen. Sag erst, was ich wieder empfehlen darf. Was möchtest du?
    .reprompt = Frag: was empfiehlst du nicht. Was möchtest du?
never-lost =
    .speech = Das konnte ich mir gerade nicht merken. Versuch es später noch mal. Was möchtest du?
    .reprompt = Frag: was soll ich hören. Was möchtest du?
exclusions =
    .speech = Ich lasse { $names }{ $more ->
        [0] {" "}weg.
       *[other] {" "}und { $more } weitere weg.
    } { ask }
    .reprompt = Sag mir, was ich wieder empfehlen darf. { ask }
    .title = Was ich weglasse
    .card = { $all }
exclusions-none =
    .speech = Ich lasse nichts weg. { ask }
    .reprompt = Sag: empfiehl mir nie wieder, und einen Namen. { ask }
allowed =
    .speech = Okay, { $name } ist wieder dabei. { ask }
    .reprompt = Sag ja für ein Lied. { ask }
allow-unknown =
    .speech = { $name } hatte ich gar nicht weggelassen. { ask }
    .reprompt = Die Liste hörst du mit: was empfiehlst du nicht. { ask }
allow-which =
    .speech = Sag: empfiehl mir wieder, und dann den Namen. Was soll zurückkommen?
    .reprompt = Die Liste hörst du mit: was empfiehlst du nicht. Was soll zurückkommen?

## Vor einer Empfehlung gesagt; jedes endet mit einem Leerzeichen

notices = { $first }{ $then }
notice-again = Noch einmal von vorne.{" "}
notice-unmet = { $kind ->
    [mood] Etwas, das { $heard } ist, finde ich nicht.{" "}
    [activity] Zum { $heard } finde ich nichts.{" "}
    [several] Etwas, bei dem alles passt, finde ich nicht.{" "}
   *[other] Zu { $heard } finde ich nichts.{" "}
}
notice-nothing-new = Neues finde ich nicht.{" "}
notice-nothing-familiar = Die kennst du alle schon, also etwas Neues.{" "}
notice-only-new = Gut, dann etwas Neues.{" "}
notice-heard = Das kennst du.{" "}
notice-new = Hier ist etwas Neues.{" "}
notice-playlists = Das ist aus deinen eigenen Playlists.{" "}
notice-liked = Gut zu wissen.{" "}
notice-disliked = Okay, das nicht.{" "}
notice-one-liked = Gemerkt: { $track } gefällt dir.{" "}
notice-one-disliked = Okay, { $track } lasse ich weg.{" "}
notice-more-like = Mehr wie { $track }.{" "}
notice-missing = Auf { $sources } musste ich gerade verzichten.{" "}
notice-scope = Für { $sources } verknüpfe dein Konto noch einmal.{" "}
notice-no-era = Ich finde nichts { $era }.{" "}
era-year = aus dem Jahr { $year }
era-earlier = von vor { $year }
era-later = ab { $year }
notice-no-kind = Zu { $heard } passt da nichts.{" "}
notice-no-mood = Davon ist nichts { $mood }.{" "}
notice-no-artist = Etwas wie { $artist }, das passt, habe ich nicht gefunden.{" "}
notice-no-playlists = In deinen Playlists passt nichts.{" "}
notice-no-saved = Von deinen gespeicherten Liedern passt keins.{" "}
notice-no-language = Diese Sprache erkenne ich nicht.{" "}
notice-no-unwanted = Noch mehr kann ich nicht weglassen.{" "}
notice-no-length = Nach Länge geht nicht.{" "}
notice-no-several = Immer eins nach dem anderen.{" "}
notice-no-album = Ich suche nur Lieder aus.{" "}
notice-no-someone = Ich kenne nur deinen Geschmack.{" "}
notice-no-playlist = Playlists kann ich nicht machen.{" "}
notice-no-ready-playlist = Erst die Lieder, dann sag: mach eine Playlist.{" "}
notice-none-named-so = Kein Name passt.{" "}
notice-genres-unknown = Von dem hier kenne ich das Genre nicht.{" "}
notice-mood-limit = Das war schon { $mood }, hier ist mehr davon.{" "}
notice-never = Okay, nichts mehr mit { $name }.{" "}
feels-sad = Was zum Aufmuntern:{" "}
feels-angry = Was zum Runterkommen:{" "}
feels-calm = Was zum Abschalten:{" "}
feels-happy = Was Fröhliches:{" "}
feels-energetic = Was mit Schwung:{" "}
notice-closest = Zu { $heard } finde ich nichts, also { $about }.{" "}
opening-closest = Zu { $heard } finde ich nichts, am ehesten { $about }:{" "}
also-asked-genre = Noch mal { $about }:{" "}
also-mood = Auch { $about }:{" "}
also-activity = Auch zum { $about }:{" "}
also-mood-for = Auch { $mood }, und zum { $about }:{" "}
also-era = Auch von { $year }:{" "}
source-favourites = deine Favoriten
source-plays = deine letzten Lieder
source-saves = deine gespeicherten Lieder
source-followed = die Künstler, denen du folgst
source-playlists = deine Playlists
source-discovery = neue Musik

## Gründe; Hauptsätze, die nach „denn“ und nach einem Doppelpunkt stehen können

reason-unheard = es neu für dich ist
reason-fits = es zu dem passt, was du hörst
reason-of-the-day = das Los heute auf sie fiel
reason-of-the-demo = sie zur Demo gehört
reason-name-fits = der Name passt
reason-top-track = du es { $span ->
        [weeks] in den letzten Wochen
        [months] in den letzten Monaten
       *[years] im letzten Jahr
    } viel gehört hast
reason-top-artist = du { $about } { $span ->
        [weeks] zuletzt viel gehört hast
        [months] in den letzten Monaten viel gehört hast
       *[years] im letzten Jahr viel gehört hast
    }
reason-top-tracks = du Lieder von { $about } besonders magst
reason-played = du zuletzt viel { $about } gehört hast
reason-saved = du Lieder von { $about } gespeichert hast
reason-followed = du { $about } folgst
reason-playlist = es auf deiner Playlist { $about } ist
reason-playlist-since = es seit { $since } auf deiner Playlist { $about } ist
reason-playlists = es auf deinen Playlists { $about } und { $other } ist
reason-genre = du viel { $about } hörst
reason-style = es { $about } ist
reason-mood = es { $about } ist
reason-activity = es gut zum { $about } passt
reason-asked-genre = es { $about } ist
reason-asked-artist = es von { $about } ist
reason-era = das Album { $year } herauskam
reason-both = { $wish } und { $reason }
wish-asked-genre = es { $about } ist
wish-mood = es { $about } ist
wish-activity = es gut zum { $about } passt
wish-genre-for = es { $genre } ist, gut zum { $about },
wish-genre-year = es { $genre } von { $year } ist
wish-genre-mood = es { $genre } ist, eher { $about },
wish-mood-for = es { $mood } ist und gut zum { $about } passt
wish-kindred = { $about } auch solche Musik macht
wish-era = es von { $year } ist
reason-genre-for = es { $genre } ist, gut zum { $about }
reason-genre-year = es { $genre } von { $year } ist
reason-genre-mood = es { $genre } ist, eher { $about }
reason-mood-for = es { $mood } ist und gut zum { $about } passt
reason-kindred = { $about } auch solche Musik macht
reason-liked = dir { $about } gefallen hat
reason-neighbour = Leute, die { $about } hören, auch { $artist } hören
reason-similar = es zu { $about } passt, und das hörst du oft
reason-liked-neighbour = es zu { $about } passt, und das hat dir gefallen
reason-guest = { $artist } bei einem Lied von { $about } dabei ist, das du kennst
reason-host = { $about } auf einem Album von { $artist } dabei ist
reason-partner = dir { $about } gefallen hat und es ein Lied mit { $artist } gibt
reason-joined = auch { $about } dabei ist
reason-listed = du { $about } auf deinen Playlists hast
reason-named = im Namen { $about } steht, und das hörst du oft
reason-holds = Lieder von { $about } darauf sind, und das hörst du oft
reason-top-artist-short = du davon { $span ->
        [weeks] zuletzt viel gehört hast
        [months] in den letzten Monaten viel gehört hast
       *[years] seit Jahren viel hörst
    }
reason-top-tracks-short = du Lieder davon besonders magst
reason-played-short = du davon zuletzt viel gehört hast
reason-neighbour-short = Leute, die { $about } hören, das auch hören
reason-guest-short = du schon ein gemeinsames Lied mit { $about } kennst
reason-liked-short = dir davon schon etwas gefallen hat
reason-listed-short = du davon etwas auf deinen Playlists hast

## Auf dem Bildschirm

screen-playlists = Meine Playlists
screen-recommend = Was soll ich hören?
screen-next = Nächste Seite
screen-previous = Vorige Seite
screen-places = { $first }–{ $last } von { $total }
screen-another = Noch eins
screen-again = Noch einmal
screen-why = Warum?
screen-more = Mehr davon
screen-hear = Abspielen
screen-save = Speichern
screen-because = Weil { $reason }.
screen-by = Von { $owner }
screen-playing = { $run ->
        [paused] Pausiert
       *[running] Läuft gerade
    }
screen-song-saved = { $done ->
        [again] Schon gespeichert
       *[new] Gespeichert
    }
screen-song-taken-off = { $done ->
        [again] Nicht gespeichert
       *[new] Nicht mehr gespeichert
    }
screen-song-added = { $done ->
        [again] Schon auf { $name }
       *[new] Jetzt auf { $name }
    }
screen-playlist-made = { $done ->
        [new] Neue Playlist
        [more] Playlist ergänzt
       *[again] Schon auf der Playlist
    }
screen-open = In { -service } öffnen
screen-demo = Demo ausprobieren
screen-link-title = Verknüpfe dein { -service }-Konto
screen-how = So hörst du es
screen-say-this = Zum Hören sag:
screen-quote = „{ $request }“
screen-link-card = Öffne die Karte von { -skill } in deiner Alexa-App.
screen-link-scan = Scanne diesen Code mit deinem Handy.
screen-link-open = Seite von { -skill } öffnen
screen-link-sign-in = Melde dich dort bei { -service } an.
screen-link-page = Verknüpfe { -service } auf der Seite, die sich öffnet.
screen-link-then = Sag danach: „Alexa, öffne Plattenregal.“
say-anything = Sag: „Was soll ich hören?“ oder „Hilfe“
say-list = Sag: „Weiter“ oder „Nummer 3“
say-picks = Sag: „Noch eins“, „Warum?“ oder „Gefällt mir“
say-picks-play = Sag: „Spiel es“, „Noch eins“ oder „Warum?“
say-playing = Sag: „Mehr davon“
say-demo = Sag: „Starte die Demo“
touch-gone =
    .speech = Das gibt es nicht mehr. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
