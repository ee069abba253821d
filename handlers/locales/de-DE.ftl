### Jede Antwort ist eine Nachricht; die Rollen stehen in en-US.ftl erklärt.

-skill = Plattenregal
-service = Spotify

## Bausteine

playlist-number = Playlist Nummer { $number }
track-number = Titel Nummer { $number }
artist-nameless = jemand ohne Namen
somebody-else = jemand anderem
track-by = { $title } von { $artist }
track-by-two = { $title } von { $artist } mit { $guest }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } Titel
       *[other] { $count } Titel
    }
from-album = , vom Album { $album }
track-length = . Das dauert { $length }
playlist-length = , zusammen { $length }
playlist-length-at-least = , mindestens { $length }
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
stale = { -service } antwortet gerade nicht, darum ist das hier von vorhin.{" "}
partial = Ich konnte gerade nur { $read } von { $total } lesen.{" "}
unreadable = { $count ->
        [one] Einen Eintrag lasse ich aus, weil ich ihn nicht lesen kann.
       *[other] { $count } Einträge lasse ich aus, weil ich sie nicht lesen kann.
    }{" "}
list-changed = Deine Bibliothek hat sich inzwischen geändert, deshalb mache ich dort weiter, wo wir waren.{" "}
shelf-count = { $count ->
        [0] noch keine Playlist
        [one] eine Playlist
       *[other] { $count } Playlists
    }
launch-hint = { $count ->
        [0] Etwas empfehlen kann ich trotzdem, frag einfach: was soll ich hören.
       *[other] Sag zum Beispiel: lies meine Playlists vor, öffne und dann einen Namen, oder: was soll ich hören.
    }
launch-offer = { $count ->
        [0] Etwas empfehlen kann ich trotzdem, frag einfach: was soll ich hören.
       *[other] Frag nach deinen Playlists, nach einer bestimmten, oder nach etwas zum Hören.
    }

## Beim Öffnen

launch =
    .speech = Willkommen beim { -skill }. Du hast { shelf-count }. { launch-hint } Was möchtest du?
    .speech-2 = Hier ist dein { -skill }. Du hast { shelf-count }. { launch-offer } Was darf es sein?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
    .title = { -skill }
    .card =
        Du hast { shelf-count } bei { -service }.
        Zum Beispiel: „lies meine Playlists vor“, „öffne“ und ein Name, oder „was soll ich hören“.
launch-named =
    .speech = Hallo { $name }. Du hast { shelf-count }. { launch-hint } Was möchtest du?
    .speech-2 = Schön, dass du da bist, { $name }. In deinem Regal: { shelf-count }. { launch-offer } Was darf es sein?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
    .title = { -skill }
    .card =
        Hallo { $name }. Du hast { shelf-count } bei { -service }.
        Zum Beispiel: „lies meine Playlists vor“, „öffne“ und ein Name, oder „was soll ich hören“.
launch-without-playlists =
    .speech = Willkommen beim { -skill }. Deine Playlists kann ich gerade nicht lesen, aber du kannst fragen, was du hören sollst. Was möchtest du?
    .reprompt = Du kannst sagen: was soll ich hören. Was möchtest du?
launch-unlinked =
    .speech = Willkommen beim { -skill }. Ich lese dir deine Playlists von { -service } vor, finde eine davon am Namen, und empfehle dir Musik, die zu dir passt. Dafür brauche ich Einblick in deine Bibliothek: Verknüpfe dein Konto über die Karte in der Alexa-App. Oder sag: starte die Demo, dann hörst du, wie das geht. Was möchtest du?
    .reprompt = Sag: starte die Demo, oder verknüpfe dein Konto in der Alexa-App. Was möchtest du?

## Das Regal

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Du hast { shelf-total }: { $items }. { open-which }
        [first] Du hast { shelf-total }. Die ersten { $last } sind { $items }. Sag weiter, oder einen Namen. Welche darf es sein?
        [middle] { $first } bis { $last } von { $total }: { $items }. Sag weiter, oder einen Namen. Welche darf es sein?
       *[last] Zum Schluss: { $items }. Welche soll ich öffnen?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] In deinem Regal: { $items }. { open-which }
        [first] In deinem Regal stehen { shelf-total }, am Anfang { $items }. Mit weiter geht es weiter, oder sag einen Namen. Welche darf es sein?
        [middle] Dann kommen { $items }. Das waren { $first } bis { $last } von { $total }. Soll ich eine öffnen, oder möchtest du weiter?
       *[last] Und am Ende { $items }. Welche soll ich öffnen?
    }
    .reprompt = Sag weiter, zurück, oder den Namen einer Playlist. Welche darf es sein?
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
    .speech = In deiner Bibliothek bei { -service } gibt es noch keine Playlists. Sobald du eine anlegst oder einer folgst, lese ich sie dir vor. Etwas empfehlen kann ich trotzdem, frag einfach: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst fragen: was soll ich hören. Was möchtest du?

## Eine Playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Auf { $name }: { track-total }{ $length }, und zwar { $items }. Was möchtest du als Nächstes?
        [first] Auf { $name }: { track-total }{ $length }. Es beginnt mit { $items }. Für mehr sag weiter. Was möchtest du?
        [middle] Titel { $first } bis { $last } von { $total }: { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Zum Schluss { $items }. Was möchtest du als Nächstes?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Hier ist { $name }, { track-total }{ $length }: { $items }. Was möchtest du als Nächstes?
        [first] Hier ist { $name }, { track-total }{ $length }. Zuerst kommen { $items }. Mit weiter geht es weiter. Was möchtest du?
        [middle] Dann { $items }. Das waren { $last } von { $total }. Soll ich weiterlesen, oder möchtest du etwas anderes?
       *[last] Und am Ende { $items }. Was möchtest du als Nächstes?
    }
    .reprompt = Sag weiter, zurück, oder den Namen einer anderen Playlist. Was möchtest du?
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
    .reprompt = Sag den Namen einer Playlist. Welche darf es sein?
track-details =
    .speech = Nummer { $number } ist { $track }{ $album }{ $length }. Was möchtest du als Nächstes?
    .reprompt = Sag weiter, eine Nummer, oder den Namen einer Playlist. Was möchtest du?
playlist-long =
    .speech = { $partial }Auf { $name }: { track-total }{ $length }. Was möchtest du als Nächstes?
    .reprompt = Sag öffnen, weiter, oder den Namen einer Playlist. Was möchtest du?
playlist-maker =
    .speech = { $maker ->
        [mine] { $name } hast du selbst gemacht. Was möchtest du als Nächstes?
        [together] { $name } ist ursprünglich von { $owner }, und mehrere Leute fügen etwas hinzu. Was möchtest du als Nächstes?
        [shared] Zu { $name } fügen mehrere Leute etwas hinzu. Was möchtest du als Nächstes?
        [unknown] Ich weiß nicht, von wem { $name } ist. Was möchtest du als Nächstes?
       *[theirs] { $name } ist von { $owner }. Was möchtest du als Nächstes?
    }
    .reprompt = Frag zum Beispiel, wie lang sie ist, oder sag den Namen einer anderen Playlist. Was möchtest du?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Das Neueste auf { $name }: { $items }{ $since }. Was möchtest du als Nächstes?
        [first] Das Neueste auf { $name }: { $items }{ $since }. Für das, was davor kam, sag weiter. Was möchtest du?
        [middle] Davor kamen { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Und ganz am Anfang { $items }. Was möchtest du als Nächstes?
    }
    .reprompt = Sag weiter, oder den Namen einer anderen Playlist. Was möchtest du?
    .title = Neues auf { $name }
    .card =
        { $lines }
        { $source }
news-since = . Zuletzt kam etwas dazu am { $date }
news-none =
    .speech = Auf { $name } ist noch nichts. Welche andere Playlist soll ich öffnen?
    .reprompt = Sag den Namen einer Playlist. Welche darf es sein?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } gehört { $owner }, und { -service } lässt mich nur Playlists lesen, die dir gehören oder an denen du mitarbeitest. Welche von deinen soll ich stattdessen öffnen?
       *[other] { -service } lässt mich { $name } nicht lesen. Die meisten Playlists, die dir gehören oder an denen du mitarbeitest, kann ich lesen. Welche andere soll ich öffnen?
    }
    .reprompt = Sag den Namen einer deiner Playlists. Welche darf es sein?
playlist-gone =
    .speech = Diese Playlist ist nicht mehr in deinem Regal. Welche andere soll ich öffnen?
    .reprompt = Sag den Namen einer Playlist. Welche darf es sein?

## Gespeichert, gehört, geliebt

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Gespeichert hast du { $items }. Was möchtest du als Nächstes?
        [first] Zuletzt gespeichert: { $items }. Für das davor sag weiter. Was möchtest du?
        [middle] Davor { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Und noch davor { $items }. Was möchtest du als Nächstes?
    }
    .reprompt = Sag weiter, eine Nummer, oder: lies meine Playlists vor. Was möchtest du?
    .title = Zuletzt gespeichert
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = In deiner Bibliothek sind noch keine gespeicherten Lieder. Du kannst sagen: lies meine Playlists vor. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Gehört hast du { $items }. Was möchtest du als Nächstes?
        [first] Zuletzt hast du { $items } gehört. Für das davor sag weiter. Was möchtest du?
        [middle] Davor { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Und vor alledem { $items }. Was möchtest du als Nächstes?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Das hast du zuletzt gehört: { $items }. Was möchtest du als Nächstes?
        [first] Das hast du zuletzt gehört: { $items }. Mit weiter geht es weiter zurück. Was möchtest du?
        [middle] Weiter zurück { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Und am weitesten zurück { $items }. Was möchtest du als Nächstes?
    }
    .reprompt = Sag weiter, oder frag: was soll ich hören. Was möchtest du?
    .title = Zuletzt gehört
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { -service } weiß von nichts, das du zuletzt gehört hättest. Frag: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst fragen: was soll ich hören. Was möchtest du?
during = { $span ->
        [weeks] in den letzten vier Wochen
        [years] über die Jahre
       *[months] im letzten halben Jahr
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Am meisten gehört { during }: { $items }. Was möchtest du als Nächstes?
        [first] Deine Lieblingskünstler { during }: { $items }. Für mehr sag weiter. Was möchtest du?
        [middle] Dann kommen { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Und dann { $items }. Was möchtest du als Nächstes?
    }
    .reprompt = Sag weiter, oder nenne einen Zeitraum, etwa: meine Lieblingskünstler aller Zeiten. Was möchtest du?
    .title = Deine Lieblingskünstler { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } weiß zu wenig darüber, was du { during } gehört hast. Versuch es mit: meine Lieblingskünstler aller Zeiten. Was möchtest du?
    .reprompt = Du kannst sagen: meine Lieblingskünstler aller Zeiten. Was möchtest du?
artist-details =
    .speech = Nummer { $number } ist { $name }{ $genres }. Sag: etwas wie { $name }, und ich suche danach. Was möchtest du?
    .reprompt = Sag weiter, oder: etwas wie { $name }. Was möchtest du?
artist-genres = , Genre: { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Am meisten gehört { during }: { $items }. Was möchtest du als Nächstes?
        [first] Deine Lieblingslieder { during }: { $items }. Für mehr sag weiter. Was möchtest du?
        [middle] Dann kommen { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Und dann { $items }. Was möchtest du als Nächstes?
    }
    .reprompt = Sag weiter, oder nenne einen Zeitraum, etwa: meine Lieblingslieder aller Zeiten. Was möchtest du?
    .title = Deine Lieblingslieder { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } weiß zu wenig darüber, was du { during } gehört hast. Versuch es mit: meine Lieblingslieder aller Zeiten. Was möchtest du?
    .reprompt = Du kannst sagen: meine Lieblingslieder aller Zeiten. Was möchtest du?

## Neues von denen, denen man folgt

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Neu in den letzten drei Monaten: { $items }. Was möchtest du als Nächstes?
        [first] Neu in den letzten drei Monaten: { $items }. Für mehr sag weiter. Was möchtest du?
        [middle] Dann { $items }. Für mehr sag weiter. Was möchtest du?
       *[last] Und { $items }. Was möchtest du als Nächstes?
    }
    .reprompt = Sag weiter, oder eine Nummer, um mehr über ein Album zu hören. Was möchtest du?
    .title = Neuerscheinungen
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Du folgst bei { -service } noch niemandem, darum kann ich nach keinem fragen.
        [one] Von dem einen, dem du folgst, ist in den letzten drei Monaten nichts erschienen.
       *[other] Von den { $artists }, denen du folgst und die du am meisten hörst, ist in den letzten drei Monaten nichts erschienen.
    } Was möchtest du stattdessen?
    .reprompt = Du kannst fragen: was soll ich hören. Was möchtest du?
releases-partial = { $count ->
        [one] Nach einem konnte ich gerade nicht fragen.
       *[other] Nach { $count } davon konnte ich gerade nicht fragen.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Nummer { $number } ist { $album }{ $total ->
        [0] {""}
        [one] , ein einzelner Titel
       *[other] , { $total } Titel
    }{ $day }. Was möchtest du als Nächstes?
    .reprompt = Sag weiter, eine Nummer, oder: lies meine Playlists vor. Was möchtest du?
released-on = , erschienen am { $date }
released-in = , erschienen { $date }

## Wo ein Lied ist

which-song =
    .speech = Sag: auf welcher Playlist ist, und dann den Titel. Welches Lied suchst du?
    .reprompt = Sag: auf welcher Playlist ist, und den Titel. Welches Lied ist es?
song-there =
    .speech = { $heard } ist auf { $name }. Durchsucht habe ich { searched-of }. Soll ich sie öffnen?
    .reprompt = Soll ich { $name } öffnen?
song-where =
    .speech = { $heard } ist auf { $names }{ $more ->
        [0] {""}
       *[other] , und auf { $more } weiteren
    }. Durchsucht habe ich { searched-of }. Welche soll ich öffnen?
    .reprompt = Sag den Namen einer Playlist. Welche soll ich öffnen?
song-nowhere =
    .speech = { $heard } habe ich nicht gefunden. Durchsucht habe ich { searched-of }. Sag: auf welcher Playlist ist, und einen anderen Titel, oder: lies meine Playlists vor. Was möchtest du?
    .reprompt = Sag: auf welcher Playlist ist, und einen Titel. Welches Lied ist es?
searched-of = { $total ->
        [0] keine Playlist, weil es keine gibt, die ich lesen darf
        [one] deine eine Playlist
       *[other] { $left ->
            [0] alle { $total } Playlists, die ich lesen darf
           *[other] { $searched } von den { $total } Playlists, die ich lesen darf
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
    .speech = Das ist das Konto von { $name } bei { -service }. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
account-sample =
    .speech = Es ist kein Konto verknüpft: Das hier ist das eingebaute Beispielregal. Um deine eigene Musik zu hören, verknüpfe dein Konto bei { -service } in der Alexa-App. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
account-nameless =
    .speech = Ein Konto bei { -service } ist verknüpft, aber es hat keinen Namen, den ich sagen könnte. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
refreshed =
    .speech = Ich habe deine Bibliothek neu gelesen. Du hast { shelf-count }. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
refresh-later =
    .speech = Das ging gerade nicht. Was ich von deiner Bibliothek weiß, erneuert sich bald von selbst. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
forget-me =
    .speech = Dann vergesse ich alles, was ich aus deiner Bibliothek gelesen habe und was dir gefallen hat. Dein Konto bei { -service } selbst bleibt, wie es ist. Soll ich das tun?
    .reprompt = Soll ich alles vergessen? Ja oder nein?
forgotten =
    .speech = Erledigt. Ich habe vergessen, was ich von dir wusste. Um auch die Verknüpfung zu lösen, deaktiviere den Skill in der Alexa-App. Mach es gut.
forget-later =
    .speech = Ich komme gerade nicht an mein Gedächtnis. Bitte frag mich gleich noch einmal; was bleibt, verfällt von selbst innerhalb von zwei Wochen.

## Die Demo

demo =
    .speech = Hier ist ein Beispielregal mit alter Musik. Bitte mich, deine Playlists vorzulesen, öffne Deep Focus, oder frag: was soll ich hören. Was möchtest du?
    .speech-2 = Stell dir vor, dieses Regal mit alter Musik wäre deins. Sag: lies meine Playlists vor, öffne Ragtime Party, oder: was soll ich hören. Was darf es sein?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
demo-needless =
    .speech = Du brauchst keine Demo: Deine eigene Bibliothek ist verknüpft. Sag: lies meine Playlists vor, oder: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
progress =
    .speech = Einen Moment, ich sehe nach.
    .speech-2 = Ich schaue deine Musik durch.

## Welche gemeint ist

which-playlist =
    .speech = Welche Playlist meinst du?
    .speech-2 = Welche darf es sein?
    .reprompt = Sag den Namen einer Playlist, oder: lies meine Playlists vor. Welche darf es sein?
did-you-mean =
    .speech = Ich habe { $name } gefunden. Ist es die?
    .speech-2 = Meinst du { $name }?
    .reprompt = Sag ja für { $name }, oder einen anderen Namen. Ist es die?
did-you-mean-which =
    .speech = Meinst du { $first }, oder { $second }?
    .speech-2 = Ist es { $first }, oder { $second }?
    .reprompt = Sag die erste oder die zweite, oder einen anderen Namen. Welche ist es?
no-such-playlist =
    .speech = Ich habe { $heard } verstanden, aber so eine Playlist ist nicht in deinem Regal. Sag den Namen noch einmal, oder: lies meine Playlists vor. Welche darf es sein?
    .speech-2 = Eine Playlist namens { $heard } habe ich nicht gefunden. Versuch es noch einmal, oder sag: lies meine Playlists vor. Welche darf es sein?
    .reprompt = Sag den Namen einer Playlist, oder: lies meine Playlists vor. Welche darf es sein?
no-such-playlist-partial =
    .speech = Eine Playlist namens { $heard } habe ich nicht gefunden. { $partial }Versuch es noch einmal, oder sag: lies meine Playlists vor. Welche darf es sein?
    .reprompt = Sag den Namen einer Playlist, oder: lies meine Playlists vor. Welche darf es sein?

yes-to-nothing =
    .speech = Gern, aber wozu? Du kannst sagen: lies meine Playlists vor, oder fragen: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
no-not-that =
    .speech = Gut, die nicht. Sag einen anderen Namen, oder: lies meine Playlists vor, und wähle nach der Nummer. Welche darf es sein?
    .reprompt = Sag einen Namen, oder: lies meine Playlists vor. Welche darf es sein?
no-then-what =
    .speech = In Ordnung. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor, oder stopp. Was möchtest du?
which-number =
    .speech = Welche Nummer meinst du?
    .reprompt = Sag eine Nummer aus der Liste, oder den Namen einer Playlist. Welche darf es sein?

## Durch eine Liste

list-end =
    .speech = Das war das Ende der Liste. Sag zurück, von vorne, oder einen Namen. Was möchtest du?
    .reprompt = Sag von vorne, oder den Namen einer Playlist. Was möchtest du?
list-start =
    .speech = Das ist der Anfang der Liste. Sag weiter, oder einen Namen. Was möchtest du?
    .reprompt = Sag weiter, oder den Namen einer Playlist. Was möchtest du?
list-no-such =
    .speech = { $total ->
        [one] Auf dieser Liste steht nur eins. Sag noch einmal, um es wieder zu hören. Was möchtest du?
       *[other] Diese Liste geht von eins bis { $total }. Welche Nummer möchtest du?
    }
    .reprompt = Sag eine Nummer, oder weiter. Welche darf es sein?
list-unreadable =
    .speech = Auf dieser Liste steht etwas, aber ich kann gerade nichts davon lesen. Du kannst sagen: lies meine Playlists vor, oder: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
nothing-to-page =
    .speech = Ich lese gerade keine Liste vor, darum geht es nirgends weiter. Sag: lies meine Playlists vor, um anzufangen. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?

## Hilfe, und was niemand versteht

help =
    .speech = Sag: lies meine Playlists vor. Oder: öffne, und den Namen einer Playlist. Oder frag: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
help-list =
    .speech = Sag weiter oder zurück, um zu blättern, oder einen Namen oder eine Nummer, um mehr zu hören. Mit lies meine Playlists vor kommst du zurück zum Regal. Was möchtest du?
    .reprompt = Sag weiter, oder einen Namen. Was möchtest du?
help-which =
    .speech = Sag den Namen einer deiner Playlists, so wie du ihn einem Freund sagen würdest. Oder sag: lies meine Playlists vor. Welche darf es sein?
    .reprompt = Sag einen Namen, oder: lies meine Playlists vor. Welche darf es sein?
help-meant =
    .speech = Sag ja oder nein, die erste oder die zweite. Du kannst auch den Namen noch einmal sagen. Welche ist es?
    .reprompt = Sag die erste oder die zweite, oder einen Namen. Welche ist es?
help-confirm =
    .speech = Sag ja, dann tue ich es, oder nein, dann bleibt alles, wie es ist. Soll ich?
    .reprompt = Ja oder nein?
help-unlinked =
    .speech = Ich lese Playlists von { -service } vor und empfehle Musik. Sag: starte die Demo, dann hörst du, wie. Für deine eigene Musik verknüpfe dein Konto in der Alexa-App. Was möchtest du?
    .reprompt = Sag: starte die Demo. Was möchtest du?
fallback =
    .speech = Das habe ich nicht verstanden. Du kannst sagen: lies meine Playlists vor, oder fragen: was soll ich hören. Was möchtest du?
    .speech-2 = Da komme ich nicht mit. Versuch: lies meine Playlists vor, oder: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
fallback-list =
    .speech = Das habe ich nicht verstanden. Sag weiter, zurück, oder den Namen einer Playlist. Was möchtest du?
    .reprompt = Sag weiter, oder den Namen einer Playlist. Was möchtest du?
fallback-which =
    .speech = Den Namen habe ich nicht verstanden. Du kannst auch sagen: lies meine Playlists vor, und nach der Nummer wählen. Welche darf es sein?
    .reprompt = Sag einen Namen, oder: lies meine Playlists vor. Welche darf es sein?
fallback-meant =
    .speech = Das habe ich nicht verstanden. Sag die erste oder die zweite, oder den Namen noch einmal. Welche ist es?
    .reprompt = Sag die erste oder die zweite. Welche ist es?
fallback-confirm =
    .speech = Das habe ich nicht verstanden. Ja oder nein?
    .reprompt = Ja oder nein?
fallback-unlinked =
    .speech = Das habe ich nicht verstanden. Sag: starte die Demo, um zu hören, wie ich arbeite, oder Hilfe. Was möchtest du?
    .reprompt = Sag: starte die Demo, oder Hilfe. Was möchtest du?
goodbye =
    .speech = Mach es gut.
    .speech-2 = Bis zum nächsten Mal.

## Wenn etwas schiefgeht

apology-not-linked =
    .speech = Dafür brauche ich Einblick in deine Bibliothek bei { -service }, und dein Konto ist noch nicht verknüpft. Öffne die Alexa-App: Dort liegt eine Karte, mit der du es verknüpfst.
apology-link-expired =
    .speech = { -service } lässt mich nicht mehr in deine Bibliothek: Das passiert alle paar Monate, oder wenn der Zugriff entzogen wurde. Bitte verknüpfe dein Konto noch einmal über die Karte in der Alexa-App.
apology-scope-missing =
    .speech = Du hast dein Konto verknüpft, bevor ich das konnte, darum fehlt mir eine Erlaubnis. Bitte verknüpfe dein Konto bei { -service } noch einmal über die Karte in der Alexa-App.
apology-not-admitted =
    .speech = { -service } lässt mich deine Bibliothek noch nicht sehen: Wer diesen Skill betreibt, muss dein Konto erst auf seine Liste setzen. Bitte frag dort nach.
apology-forbidden =
    .speech = Das lässt mich { -service } nicht lesen.
apology-premium-required =
    .speech = Das bietet { -service } nur mit Premium an.
apology-not-found =
    .speech = Das finde ich nicht mehr; vielleicht wurde es inzwischen entfernt. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
apology-no-active-device =
    .speech = { -service } ist gerade auf keinem Gerät geöffnet.
apology-rate-limited =
    .speech = { -service } bittet mich, langsamer zu machen. Versuch es bitte { wait } noch einmal.
apology-quota-exceeded =
    .speech = Heute haben so viele gefragt, dass { -service } genug von meinen Fragen hat. Versuch es bitte { wait } noch einmal.
apology-rejected =
    .speech = { -service } hat meine Frage nicht verstanden. Das tut mir leid; es liegt an mir, nicht an dir. Versuch bitte später etwas anderes.
apology-unavailable =
    .speech = Ich erreiche { -service } gerade nicht. Versuch es bitte in Kürze noch einmal.
apology-too-slow =
    .speech = { -service } braucht gerade zu lange. Versuch es bitte gleich noch einmal.
apology-unreadable =
    .speech = { -service } hat mir etwas geantwortet, das ich nicht lesen kann. Versuch es bitte in Kürze noch einmal.
apology-deadline =
    .speech = Das dauert länger, als ich darüber nachdenken darf. Frag mich bitte noch einmal: Beim zweiten Mal geht es oft schneller.
apology-provider =
    .speech = Das habe ich von { -service } nicht bekommen. Versuch es bitte in Kürze noch einmal.
apology-busy =
    .speech = Gerade fragen mehr Leute, als ich beantworten kann. Versuch es bitte gleich noch einmal.
apology-unexpected =
    .speech = Bei mir ist etwas schiefgegangen, das tut mir leid. Versuch es bitte in Kürze noch einmal.

## Was man hören könnte

picks =
    .speech = { $notice }{ $count ->
        [one] Wie wäre es mit { $items }? Der Grund: { $reason }. Gefällt dir das?
       *[other] Wie wäre es mit { $items }? Zum ersten: { $reason }. Für mehr sag noch eins. Gefällt dir das erste?
    }
    .speech-2 = { $notice }{ $count ->
        [one] Da hätte ich { $items }, denn { $reason }. Ist das etwas für dich?
       *[other] Hör einmal { $items }. Das erste, denn { $reason }. Sag noch eins, warum, oder das nicht. Ist das erste etwas für dich?
    }
    .speech-3 = { $notice }{ $count ->
        [one] Ich würde dir { $items } vorspielen, denn { $reason }. Wäre das etwas?
       *[other] Ich würde dir { $items } vorspielen. Nummer eins, denn { $reason }. Wäre das etwas, oder lieber noch eins?
    }
    .reprompt = Sag gefällt mir, das nicht, warum, oder noch eins. Was meinst du?
    .title = Für dich
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Ich weiß nicht mehr, was ich empfohlen habe. Frag für etwas Neues: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst fragen: was soll ich hören. Was möchtest du?
picks-dry =
    .speech = Das ist alles, was ich heute für dich habe. Sag von vorne, um es noch einmal zu hören, oder wünsch dir etwas anderes, etwa: etwas Ruhiges. Was möchtest du?
    .speech-2 = Für heute ist mein Vorrat leer. Sag von vorne, oder nenne eine Stimmung oder ein Genre. Was möchtest du?
    .reprompt = Sag von vorne, oder wünsch dir etwas Ruhiges. Was möchtest du?
pick-details =
    .speech = Nummer { $number } ist { $track }{ $album }{ $length }. Der Grund: { $reason }. Gefällt dir das?
    .reprompt = Sag gefällt mir, das nicht, mehr davon, oder noch eins. Gefällt dir das?
why =
    .speech = { $track } habe ich aus diesem Grund gewählt: { $reasons }. Soll ich mir merken, dass dir das gefällt?
    .speech-2 = Für { $track } spricht: { $reasons }. Gefällt dir das?
    .reprompt = Sag gefällt mir, das nicht, oder noch eins. Gefällt dir das?
    .title = Warum das?
    .card =
        { $track }: { $reasons }.
        { $source }
why-nothing =
    .speech = Ich habe noch nichts empfohlen. Frag: was soll ich hören, und dann: warum. Was möchtest du?
    .reprompt = Du kannst fragen: was soll ich hören. Was möchtest du?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Ich kenne deinen Geschmack noch nicht: Du hast nichts gehört oder gespeichert, an das ich mich halten könnte.
       *[other] Ich kenne deinen Geschmack noch nicht, weil ich nicht alles sehen konnte, was du hörst und speicherst.
    } Nenne einen Namen, zum Beispiel: empfiehl mir etwas wie Nina Simone. Wen hörst du gern?
    .reprompt = Sag: empfiehl mir etwas wie, und dann einen Namen. Wen hörst du gern?
wish-unmet =
    .speech = { $gaps }Zu { $heard } habe ich nichts gefunden, und deinen Geschmack kenne ich noch nicht. Nenne einen Namen, zum Beispiel: empfiehl mir etwas wie Nina Simone. Wen hörst du gern?
    .reprompt = Sag: empfiehl mir etwas wie, und dann einen Namen. Wen hörst du gern?
rediscover-none =
    .speech = { $count ->
        [0] Du hast keine eigene Playlist, die ich durchsuchen könnte. Frag stattdessen: was soll ich hören. Was möchtest du?
        [one] Ich habe eine deiner Playlists durchsucht, und alles darauf hast du erst kürzlich gehört. Frag mich morgen wieder, oder: was soll ich hören. Was möchtest du?
       *[other] Ich habe { $count } deiner Playlists durchsucht, und alles darauf hast du erst kürzlich gehört. Frag mich morgen wieder, oder: was soll ich hören. Was möchtest du?
    }
    .reprompt = Du kannst fragen: was soll ich hören. Was möchtest du?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Wie wäre es mit { $items }? { $total ->
            [one] Der Grund: { $reason }.
           *[other] Zur ersten: { $reason }.
        } { open-which }
        [first] Wie wäre es mit { $items }? Zur ersten: { $reason }. Für mehr sag weiter. Welche soll ich öffnen?
       *[other] Außerdem gibt es { $items }. Welche soll ich öffnen?
    }
    .reprompt = Sag den Namen einer Playlist, die erste, oder weiter. Welche soll ich öffnen?
    .title = Playlists für dich, { $first } bis { $last } von { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = In deinem Regal ist keine Playlist, die ich empfehlen könnte. Frag stattdessen: was soll ich hören. Was möchtest du?
    .reprompt = Du kannst fragen: was soll ich hören. Was möchtest du?

## Vor einer Empfehlung gesagt; jedes endet mit einem Leerzeichen

notices = { $first }{ $then }
notice-again = Alles, was ich für heute habe, kennst du schon; hier ist es noch einmal von vorne.{" "}
notice-unmet = Zu { $heard } habe ich nichts gefunden, aber das hier passt trotzdem zu dir.{" "}
notice-nothing-new = Etwas Neues habe ich gerade nicht gefunden, aber das hier magst du vielleicht.{" "}
notice-nothing-familiar = Was du magst, kennst du schon, darum hier etwas Neues.{" "}
notice-heard = Das hier kennst du schon.{" "}
notice-playlists = Das hier ist aus deinen eigenen Playlists.{" "}
notice-searched = { $count ->
        [one] Ich habe eine deiner Playlists nach dem durchsucht, was du länger nicht gehört hast.{" "}
       *[other] Ich habe { $count } deiner Playlists nach dem durchsucht, was du länger nicht gehört hast.{" "}
    }
notice-liked = Schön, ich merke mir, dass dir { $track } gefällt.{" "}
notice-disliked = In Ordnung, vorerst nichts mehr wie { $track }.{" "}
notice-more-like = Mehr in der Art von { $track }.{" "}
notice-missing = Auf { $sources } musste ich gerade verzichten.{" "}
notice-scope = Für { $sources } fehlt mir noch die Erlaubnis; verknüpfe dein Konto noch einmal, dann kommt das dazu.{" "}
source-favourites = deine Favoriten
source-plays = deine letzten Lieder
source-saves = deine gespeicherten Lieder
source-followed = die Künstler, denen du folgst
source-playlists = deine Playlists
source-discovery = neue Musik

## Gründe; Hauptsätze, die nach „denn“ und nach einem Doppelpunkt stehen können

reason-fits = es passt zu dem, was du hörst
reason-of-the-day = heute ist es an der Reihe
reason-top-track = es gehört zu den Liedern, die du { $span ->
        [weeks] in den letzten Wochen
        [months] in den letzten Monaten
       *[years] über die Jahre
    } am meisten gehört hast
reason-top-artist = { $about } gehört { $span ->
        [weeks] in den letzten Wochen
        [months] in den letzten Monaten
       *[years] über die Jahre
    } zu deinen Lieblingskünstlern
reason-top-tracks = { $count ->
        [one] eins
       *[other] { $count }
    } deiner liebsten Lieder { $span ->
        [weeks] der letzten Wochen
        [months] der letzten Monate
       *[years] aller Zeiten
    } { $count ->
        [one] ist von { $about }
       *[other] sind von { $about }
    }
reason-played = { $count ->
        [one] du hast kürzlich { $about } gehört
       *[other] du hast kürzlich { $count } Mal { $about } gehört
    }
reason-saved = { $count ->
        [one] du hast ein Lied von { $about } gespeichert
       *[other] du hast { $count } Lieder von { $about } gespeichert
    }
reason-followed = du folgst { $about }
reason-playlist = es ist auf deiner Playlist { $about }
reason-genre = es gehört zum Genre { $about }, so wie { $count ->
        [one] ein Interpret, den du hörst
       *[other] { $count } Interpreten, die du hörst
    }
reason-mood = die Stimmung ist { $about }
reason-activity = es passt gut zum { $about }
reason-asked-genre = es ist { $about }, wie gewünscht
reason-asked-artist = es ist von { $about }
reason-kindred = solche Musik macht auch { $about }
reason-liked = { $about } hat dir gefallen
reason-named = im Namen steht { $about }, und das hörst du oft
reason-holds = { $count ->
        [one] ein Lied darauf ist
       *[other] { $count } Lieder darauf sind
    } von { $about }, und das hörst du oft

## Auf dem Bildschirm

screen-playlists = Meine Playlists
screen-recommend = Was soll ich hören?
screen-next = Weiter
screen-previous = Zurück
screen-another = Etwas anderes
screen-demo = Demo ausprobieren
screen-link-title = Verknüpfe dein { -service }-Konto
screen-link-text = Öffne die Alexa-App auf deinem Handy: Mit der Karte von { -skill } dort verknüpfst du dein { -service }-Konto.
touch-gone =
    .speech = Das gibt es nicht mehr; deine Bibliothek hat sich inzwischen geändert. Was möchtest du stattdessen?
    .reprompt = Du kannst sagen: lies meine Playlists vor. Was möchtest du?
