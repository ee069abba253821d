### Ogni risposta è un messaggio; i ruoli sono spiegati in en-US.ftl.

-skill = Scaffale dei dischi
-service = Spotify

## Pezzi di frase

playlist-number = playlist numero { $number }
playlist-of-size = { $name } con { $count ->
        [one] un brano
       *[other] { $count } brani
    }
playlist-of-owner = { $name } di { $owner }
playlist-at = { $name }, numero { $number }
track-number = brano numero { $number }
artist-nameless = un artista senza nome
track-by = { $title } di { $artist }
track-by-two = { $title } di { $artist } con { $guest }
track-of-album = { $track } dall'album { $album }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } brano
       *[other] { $count } brani
    }
from-album = , dall'album { $album }
from-album-of-year = , dall'album { $album }, uscito nel { $year }
of-year = , uscito nel { $year }
track-length = . Dura { $length }
playlist-length = , { $length } in tutto
playlist-length-at-least = , almeno { $length } in tutto
playlist-length-unknown = , ma non vedo quanto dura
seconds = { $count ->
        [one] un secondo
       *[other] { $count } secondi
    }
minutes = { $count ->
        [one] un minuto
       *[other] { $count } minuti
    }
hours = { $hours ->
        [one] un'ora
       *[other] { $hours } ore
    }
hours-and-minutes = { hours } e { $minutes ->
        [one] un minuto
       *[other] { $minutes } minuti
    }
wait = { $unit ->
        [minutes] { $count ->
            [one] tra un minuto
           *[other] tra { $count } minuti
        }
        [hours] { $count ->
            [one] tra circa un'ora
           *[other] tra circa { $count } ore
        }
        [tomorrow] domani
       *[later] più tardi
    }
from-service = Da { -service }
from-sample = Dallo scaffale d'esempio incluso
stale = In questo momento non ricevo niente di più recente da { -service }, quindi questo è di { $unit ->
        [minutes] { $count ->
            [one] un minuto fa
           *[other] { $count } minuti fa
        }
        [hours] { $count ->
            [one] circa un'ora fa
           *[other] circa { $count } ore fa
        }
       *[later] poco fa
    }.{" "}
partial = Per ora sono riuscita a leggerne solo { $read } su { $total }.{" "}
unreadable = { $count ->
        [one] Ne salto una che non riesco a leggere.
       *[other] Ne salto { $count } che non riesco a leggere.
    }{" "}
ago = { $unit ->
        [minutes] { $count ->
            [one] un minuto fa
           *[other] { $count } minuti fa
        }
        [days] { $count } giorni fa
       *[hours] { $count ->
            [one] circa un'ora fa
           *[other] circa { $count } ore fa
        }
    }
list-changed = La tua libreria nel frattempo è cambiata, quindi riprendo da dove eravamo.{" "}
shelf-count = { $count ->
        [0] Non hai ancora nessuna playlist
        [one] Hai una playlist
       *[other] Hai { $count } playlist
    }
## All'apertura

launch =
    .speech = Ciao, sono lo { -skill }. { shelf-count }. Ti scelgo qualcosa da ascoltare?
    .speech-2 = Qui lo { -skill }. { shelf-count }. Vuoi che scelga qualcosa?
    .speech-3 = Eccoci, sono lo { -skill }. { shelf-count }. Ti trovo qualcosa da ascoltare?
    .reprompt = Puoi anche dire: leggi le mie playlist. Scelgo qualcosa?
    .title = { -skill }
    .card =
        { shelf-count } su { -service }.
        Prova: «leggi le mie playlist», «apri» e un nome, o «che cosa posso ascoltare».
launch-named =
    .speech = Ciao { $name }. { shelf-count }. Ti scelgo qualcosa da ascoltare?
    .speech-2 = Ciao { $name }. { shelf-count }. Vuoi che scelga qualcosa?
    .speech-3 = Che bello sentirti, { $name }. { shelf-count }. Ti trovo qualcosa da ascoltare?
    .reprompt = Puoi anche dire: leggi le mie playlist. Scelgo qualcosa?
    .title = { -skill }
    .card =
        Ciao { $name }. { shelf-count } su { -service }.
        Prova: «leggi le mie playlist», «apri» e un nome, o «che cosa posso ascoltare».
launch-without-playlists =
    .speech = Ciao, sono lo { -skill }. Adesso non riesco a leggere le tue playlist, ma puoi chiedere che cosa ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi dire: che cosa posso ascoltare. Che cosa vuoi fare?
launch-unlinked =
    .speech = Ciao, sono lo { -skill }. Per la tua musica, collega { -service } nell'app Alexa. Vuoi provare la demo?
    .reprompt = Collega { -service } nell'app Alexa. Vuoi provare la demo?

## Come finisce una risposta

what-next =
    .words = E adesso?
    .words-2 = Nient'altro?
    .words-3 = Che altro vuoi?
what-then =
    .words = Che cosa vuoi fare?
    .words-2 = Che cosa facciamo?
go-on =
    .words = Vuoi sentirne ancora?
    .words-2 = Continuo?
play-it =
    .words = Lo metto?
    .words-2 = Vuoi sentirlo?
like-it =
    .words = Ti piace?
    .words-2 = Ti va?
still-open = { $kind ->
        [which] Quale playlist?
        [meant] Allora, quale?
        [one] Era quella?
        [artist] Quale artista?
        [song] Quale canzone?
        [number] Quale numero?
        [speaker] Quale altoparlante?
        [demo] Vuoi provare la demo?
       *[recommend] Scelgo qualcosa?
    }

## Lo scaffale

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Hai { shelf-total }: { $items }. { open-which }
        [first] Hai { shelf-total }. Le prime { $last } sono { $items }. Quale apro, o vado avanti?
        [middle] Poi { $items }. Quale apro, o vado avanti?
        [again] Ecco { $items }. Quale apro, o vado avanti?
       *[last] E le ultime, { $items }. Quale?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] In tutto hai { shelf-total }: { $items }. { open-which }
        [first] Ecco le tue { $total } playlist. Le prime sono { $items }. Quale apro, o vado avanti?
        [middle] Poi { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E per finire, { $items }. Quale?
    }
    .reprompt = Di' avanti, o il nome di una playlist. Quale?
    .screen = Le tue playlist
    .title = Le tue playlist, da { $first } a { $last } di { $total }
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [one] La apro?
       *[other] Quale apro?
    }
shelf-total = { $total ->
        [one] una playlist
       *[other] { $total } playlist
    }
playlists-none =
    .speech = Non hai ancora playlist. Posso comunque trovarti della musica. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?

## Una playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } ha { track-total }{ $length }: { $items }. { $asks ->
            [1] La metto?
           *[0] Nient'altro?
        }
        [first] { $name } ha { track-total }{ $length }. Comincia con { $items }. { $asks ->
            [1] La metto?
           *[0] Vuoi sentirne ancora?
        }
        [middle] Poi { $items }. Vuoi sentirne ancora?
        [again] Ecco { $items }. Vuoi sentirne ancora?
       *[last] E finisce con { $items }. Nient'altro?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Ecco { $name }, { track-total }{ $length }: { $items }. { $asks ->
            [1] La metto?
           *[0] E adesso?
        }
        [first] Ecco { $name }, { track-total }{ $length }. Prima { $items }. { $asks ->
            [1] La metto?
           *[0] Continuo?
        }
        [middle] Poi { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E per ultimi, { $items }. E adesso?
    }
    .reprompt = Di' avanti, o un'altra playlist. Che cosa vuoi fare?
    .title = { $name }, da { $first } a { $last } di { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [one] un brano
       *[other] { $total } brani
    }
tracks-none =
    .speech = Non c'è ancora niente in { $name }. Quale altra playlist apro?
    .reprompt = Quale playlist?
track-details =
    .speech = Il numero { $number } è { $track }{ $album }{ $length }. E adesso?
    .reprompt = Di' avanti, un numero, o una playlist. Che cosa vuoi fare?
album-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] L'album { $name } ha { track-total }{ $length }: { $items }. Nient'altro?
        [first] L'album { $name } ha { track-total }{ $length }. Comincia con { $items }. Vuoi sentirne ancora?
        [middle] Poi { $items }. Vuoi sentirne ancora?
        [again] Ecco { $items }. Vuoi sentirne ancora?
       *[last] E finisce con { $items }. E adesso?
    }
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
    .title = { $name }, da { $first } a { $last } di { $total }
    .card =
        { $lines }
        { $source }
album-tracks-none =
    .speech = In quell'album non trovo brani. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
album-unknown =
    .speech = Non so di quale album parli. Chiedimi una canzone, poi di': cosa c'è in questo album. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
item-by =
    .speech = È di { $artists }{ $album }. E adesso?
    .speech-2 = Questo è di { $artists }{ $album }. E adesso?
    .reprompt = Di': altro così, o un numero. Che cosa vuoi fare?
song-facts =
    .speech = È { $track }{ $album }{ $year }{ $length }. E adesso?
    .reprompt = Di': mettila, o: altro così. Che cosa vuoi fare?
namesakes =
    .speech = { $changed }Più brani si chiamano { $title }, di { $items }. Quale?
    .reprompt = Di' un numero, o di chi è. Quale?
    .title = Brani intitolati { $title }
    .card =
        { $lines }
        { $source }
namesakes-none =
    .speech = Non trovo nessun brano { $title }. E adesso?
    .reprompt = Che cosa vuoi fare?
no-such-song =
    .speech = Non trovo nessuna canzone che si chiama { $heard }. E adesso?
    .reprompt = Di' il titolo e di chi è. Che cosa vuoi fare?
artist-facts =
    .speech = { $name }{ $genres }. { $newest }E adesso?
    .reprompt = Di': qualcosa come { $name }. Che cosa vuoi fare?
artist-facts-no-genre =
    .speech = { $newest }Non so che genere sia. E adesso?
    .reprompt = Di': qualcosa come { $name }. Che cosa vuoi fare?
artist-newest = L'ultima uscita di { $name } è { $album }, del { $year }. {""}
artist-newest-of-it = L'ultima uscita è { $album }, del { $year }. {""}
artist-new =
    .speech = Di nuovo da { $name }: { $items }. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
artist-nothing-new =
    .speech = Ultimamente niente. { $newest }E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
artist-no-release =
    .speech = Non vedo uscite di { $name }. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
no-such-artist =
    .speech = Non trovo nessun artista che si chiama { $heard }. E adesso?
    .reprompt = Ripeti il nome, o di': cosa ascolto. Che cosa vuoi fare?
artist-whom =
    .speech = Di': parlami dell'artista, e un nome. Di chi parli?
    .reprompt = Di': parlami dell'artista, e un nome. Di chi parli?
item-long =
    .speech = { $name } dura { $length }. E adesso?
    .reprompt = Di': altro così, o un numero. Che cosa vuoi fare?
playlist-has =
    .speech = { $partial }Sì, in { $name } trovo { $items }{ $more ->
        [0] {""}
        [one] , e un altro
       *[other] , e altri { $more }
    }. E adesso?
    .reprompt = Di' apri, o un'altra playlist. Che cosa vuoi fare?
playlist-lacks =
    .speech = { $partial }No, non trovo { $heard } in { $name }. Cerco nelle altre playlist?
    .reprompt = Cerco nelle altre playlist?
playlist-artists =
    .speech = { $partial }{ $songs ->
        [1] In { $name } c'è un brano per ciascuno: { $items }
       *[other] Più spesso in { $name }: { $items }
    }{ $more ->
        [0] {""}
        [one] , e un altro
       *[other] , e altri { $more }
    }. E adesso?
    .reprompt = Di' apri, o un'altra playlist. Che cosa vuoi fare?
playlist-genre-unknown =
    .speech = { $partial }In { $name } non vedo niente di { $genre }, ma non conosco il genere di ogni brano. E adesso?
    .reprompt = Di' apri, o un'altra playlist. Che cosa vuoi fare?
playlist-shorter =
    .speech = { $name } ha solo { $songs }. E adesso?
    .reprompt = Di' apri, o un'altra playlist. Che cosa vuoi fare?
nothing-to-compare =
    .speech = Di questi brani non lo so. E adesso?
    .reprompt = Di' apri, o un'altra playlist. Che cosa vuoi fare?
playlist-long =
    .speech = { $partial }{ $name } ha { track-total }{ $length }.{ $song } E adesso?
    .reprompt = Di' apri, o un'altra playlist. Che cosa vuoi fare?
song-playing-by = Il brano è di { $artists }{ $album }.{" "}
song-playing-long = {" "}Questo brano dura { $length }.
playlist-maker =
    .speech = { $maker ->
        [mine] { $song }{ $name } è tua: l'hai creata tu. E adesso, che cosa vuoi fare?
        [together] { $song }{ $name } è stata iniziata da { $owner }, e più persone aggiungono brani. E adesso, che cosa vuoi fare?
        [shared] { $song }Più persone aggiungono brani a { $name }. E adesso, che cosa vuoi fare?
        [nameless] { $song }{ $name } non è tua, ma { -service } non dice il nome. E adesso, che cosa vuoi fare?
        [unknown] { $song }Non so chi ha creato { $name }. E adesso, che cosa vuoi fare?
       *[theirs] { $song }{ $name } è di { $owner }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Puoi chiedere quanto dura, o dire il nome di un'altra playlist. Che cosa vuoi fare?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Le novità di { $name }: { $items }{ $since }. E adesso?
        [first] Le novità di { $name }: { $items }{ $since }. Vuoi quelli di prima?
        [middle] Prima, { $items }. Vuoi sentirne ancora?
        [again] Ecco { $items }. Vuoi sentirne ancora?
       *[last] E proprio all'inizio, { $items }. E adesso?
    }
    .reprompt = Di' avanti, o un'altra playlist. Che cosa vuoi fare?
    .title = Novità di { $name }
    .card =
        { $lines }
        { $source }
news-since = . L'ultima aggiunta: { $date }
news-none =
    .speech = Non c'è ancora niente in { $name }. Quale altra playlist apro?
    .reprompt = Quale playlist?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } è di { $owner }, e { -service } non me la fa leggere. Quale delle tue apro?
       *[other] { -service } non mi fa leggere { $name }. Quale altra apro?
    }
    .reprompt = Di' il nome di una tua playlist. Quale scegli?
playlist-gone =
    .speech = Quella playlist non c'è più. Quale altra apro?
    .reprompt = Quale playlist?

## Salvati, ascoltati, amati

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Hai salvato { $items }. E adesso?
        [first] Gli ultimi salvati sono { $items }. Vuoi quelli di prima?
        [middle] Prima, { $items }. Vuoi sentirne ancora?
        [again] Ecco { $items }. Vuoi sentirne ancora?
       *[last] E i primi di tutti, { $items }. E adesso?
    }
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
    .title = Salvati di recente
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Non hai ancora salvato brani. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] Come ultimo brano hai ascoltato { $items }. E adesso?
           *[other] { heard-when } come ultimo brano hai ascoltato { $items }. E adesso?
        }
        [only] { $when ->
            [ever] Hai ascoltato { $items }. E adesso?
           *[other] { heard-when } hai ascoltato { $items }. E adesso?
        }
        [first] { $when ->
            [ever] Gli ultimi ascolti sono { $items }. Vado più indietro?
           *[other] { heard-when } hai ascoltato { $items }. Vuoi sentirne ancora?
        }
        [middle] Prima, { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E i più vecchi, { $items }. E adesso?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] Come ultimo brano hai ascoltato { $items }. E adesso?
           *[other] { heard-when } come ultimo brano hai ascoltato { $items }. E adesso?
        }
        [only] { $when ->
            [ever] Ultimamente hai ascoltato { $items }. E adesso?
           *[other] { heard-when } hai ascoltato { $items }. E adesso?
        }
        [first] { $when ->
            [ever] Ultimamente hai ascoltato { $items }. Vuoi sentirne ancora?
           *[other] { heard-when } hai ascoltato { $items }. Vuoi sentirne ancora?
        }
        [middle] Più indietro, { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E i più vecchi, { $items }. E adesso?
    }
    .reprompt = Di' avanti, o chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .title = Ascoltati di recente
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { $when ->
        [ever] { -service } non mi mostra niente che hai ascoltato di recente. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
       *[other] { heard-when }? Non vedo niente. { $known }E adesso?
    }
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
heard-when = { $when ->
        [today] Oggi
        [today-morning] Stamattina
        [today-afternoon] Oggi pomeriggio
        [today-evening] Stasera
        [yesterday] Ieri
        [yesterday-morning] Ieri mattina
        [yesterday-afternoon] Ieri pomeriggio
        [last-night] Ieri sera
        [day-before] L'altro ieri
        [monday] Lunedì
        [tuesday] Martedì
        [wednesday] Mercoledì
        [thursday] Giovedì
        [friday] Venerdì
        [saturday] Sabato
        [sunday] Domenica
        [weekend] Nel fine settimana
        [week] Questa settimana
        [last-week] La settimana scorsa
       *[back-then] In quel periodo
    }
heard-last = L'ultimo ascolto è { $track }.{" "}
heard-back-to = { -service } mi mostra gli ascolti solo dal { $date }.{" "}
during = { $span ->
        [weeks] nelle ultime quattro settimane
        [years] nell'ultimo anno circa
       *[months] negli ultimi sei mesi
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Al primo posto { during }: { $items }. E adesso?
        [only] I tuoi artisti preferiti { during }: { $items }. E adesso?
        [first] I tuoi artisti preferiti { during } sono { $items }. Vuoi sentirne ancora?
        [middle] Poi { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E poi { $items }. E adesso?
    }
    .reprompt = Di' avanti, o: i miei artisti preferiti di sempre. Che cosa vuoi fare?
    .title = I tuoi artisti preferiti { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } non conosce i tuoi artisti preferiti { during }. Di': i miei artisti preferiti di sempre. Che cosa vuoi fare?
    .reprompt = Di': i miei artisti preferiti di sempre. Che cosa vuoi fare?
at-least = almeno{" "}
songs-by-artist =
    .speech = { $saved ->
        [0] { $more ->
            [0] Non vedo brani di { $artist } tra i tuoi. E adesso?
           *[other] Non hai salvato niente di { $artist }, ma nelle tue playlist ce ne sono almeno { $more }. E adesso?
        }
        [one] Hai salvato { $least }un brano di { $artist }{ $more ->
            [0] {""}
           *[other] , e nelle tue playlist ce ne sono almeno altri { $more }
        }. E adesso?
       *[other] Hai salvato { $least }{ $saved } brani di { $artist }{ $more ->
            [0] {""}
           *[other] , e nelle tue playlist ce ne sono almeno altri { $more }
        }. E adesso?
    }
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
top-genres =
    .speech = A giudicare dai tuoi artisti preferiti { during }, soprattutto { $genres }. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
top-genres-unknown =
    .speech = { -service } non mi dice i generi. Gli artisti che ascolti di più sono { $artists }. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
last-heard =
    .speech = L'ultima volta che hai ascoltato { $track } è stata { $ago }. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
last-heard-unknown =
    .speech = Non vedo { $what } tra i tuoi ultimi ascolti. { $known }E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
followed =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Segui { followed-total }: { $items }. E adesso?
        [first] Segui { followed-total }. I primi sono { $items }. Vuoi sentirne ancora?
        [middle] Poi { $items }. Continuo?
       *[last] E poi { $items }. E adesso?
    }
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
    .title = Artisti che segui
    .card =
        { $lines }
        { $source }
followed-total = { $total ->
        [one] un artista
       *[other] { $total } artisti
    }
followed-none =
    .speech = Su { -service } non segui ancora nessun artista. Di': che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Di': che cosa posso ascoltare. Che cosa vuoi fare?
artist-details =
    .speech = Il numero { $number } è { $name }{ $genres }. { $newest }E adesso?
    .reprompt = Di' avanti, o: qualcosa come { $name }. Che cosa vuoi fare?
artist-genres = , genere { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Il tuo brano preferito { during } è { $items }. E adesso?
        [only] I tuoi brani preferiti { during }: { $items }. E adesso?
        [first] I tuoi brani preferiti { during } sono { $items }. Vuoi sentirne ancora?
        [middle] Poi { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E poi { $items }. E adesso?
    }
    .reprompt = Di' avanti, o: i miei brani preferiti di sempre. Che cosa vuoi fare?
    .title = I tuoi brani preferiti { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } non conosce i tuoi brani preferiti { during }. Di': i miei brani preferiti di sempre. Che cosa vuoi fare?
    .reprompt = Di': i miei brani preferiti di sempre. Che cosa vuoi fare?

## Novità di chi si segue

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Usciti negli ultimi tre mesi: { $items }. E adesso?
        [first] Usciti negli ultimi tre mesi: { $items }. Vuoi sentirne ancora?
        [middle] Poi { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E { $items }. E adesso?
    }
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
    .title = Nuove uscite
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Non segui ancora nessun artista su { -service }.
        [one] L'artista che segui non ha pubblicato niente negli ultimi tre mesi.
       *[other] I { $artists } artisti che segui e ascolti di più non hanno pubblicato niente negli ultimi tre mesi.
    } Che altro vuoi?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
releases-partial = { $count ->
        [one] Non ho potuto controllare uno dei tuoi artisti.
       *[other] Non ho potuto controllare { $count } dei tuoi artisti.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Il numero { $number } è { $album }{ $total ->
        [0] {""}
        [one] , un solo brano
       *[other] , { $total } brani
    }{ $day }. E adesso?
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
released-on = , data di uscita: { $date }
released-in = , uscito nel { $date }

## Novità dall'ultima domanda

arrivals =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { arrivals-since }: { $items }. E adesso?
        [first] { arrivals-since }: { $items }. Continuo?
        [middle] Poi { $items }. Continuo?
        [again] Ecco { $items }. Continuo?
       *[last] E { $items }. E adesso?
    }
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
    .title = Novità per te
    .card =
        { $lines }
        { $source }
arrivals-since = { $since ->
        [week] Le novità dell'ultima settimana
       *[visit] Novità per te
    }
arrival-song = { $track } in { $name }
arrival-release = il nuovo { $album }
arrival-row = { $artists } · { $name }
arrival-details =
    .speech = Il numero { $number } è { $track }{ $album }. { $by ->
        [others] L'ha messo qualcun altro in { $name }.
       *[listener] È stato aggiunto a { $name }.
    } E adesso?
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
release-details =
    .speech = Il numero { $number } è { $album }{ $day }. Segui { $artist }. E adesso?
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
arrivals-all =
    .speech = Altre novità non ne ho trovate. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
arrivals-none =
    .speech = { $partial }{ $checked ->
        [both] { nothing-since } nelle tue playlist, e niente dagli artisti che ho controllato oggi.
        [some] { nothing-since } nelle playlist che ho controllato, e niente dagli artisti che ho controllato oggi.
        [playlists] { nothing-since } nelle tue playlist.
        [some-playlists] { nothing-since } nelle playlist che ho controllato.
        [artists] { nothing-since } dagli artisti che ho controllato oggi.
       *[nothing] Non hai playlist tue e non segui nessun artista, quindi non ho niente da controllare.
    } Che altro vuoi?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
nothing-since = { $since ->
        [week] Nell'ultima settimana niente di nuovo
       *[visit] Niente di nuovo
    }
arrivals-partial = Non ho potuto controllare tutto.{" "}

## Dove si trova una canzone

which-song =
    .speech = Quale canzone cerchi?
    .reprompt = Dimmi il titolo. Quale canzone?
song-where =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { song-found }. Ho guardato { searched-of }. { open-or-look }
        [first] { song-found }, { on-more }. Quale apro, o vado avanti?
        [middle] Poi in { $items }. Quale apro, o vado avanti?
        [again] Ecco { $items }. Quale apro, o vado avanti?
       *[last] E infine in { $items }. Ho guardato { searched-of }. { open-or-look }
    }
    .reprompt = Di' un nome, un numero, oppure: cerca ancora. Quale?
    .screen = Dov'è { $heard }
    .title = Dov'è { $heard }
    .card =
        { $lines }
        { $source }
song-found = { $earlier ->
        [0] Ho trovato { $heard } in { $items }
       *[other] C'è anche in { $items }
    }
on-more = { $left ->
        [0] e in { more-lists }
       *[other] e in almeno { more-lists }
    }
more-lists = { $more ->
        [one] un'altra
       *[other] altre { $more }
    }
open-or-look = { $left ->
        [0] { open-which }
       *[other] { $total ->
            [one] La apro, o cerco ancora?
           *[other] Quale apro, o cerco ancora?
        }
    }
song-where-none =
    .speech = Non trovo più quelle playlist. Quale canzone cerchi?
    .reprompt = Di': dov'è, e una canzone. Che cosa vuoi fare?
song-not-yet =
    .speech = { $earlier ->
        [0] Non ho ancora trovato { $heard }.
       *[other] Per ora non è in altre.
    } Ho guardato { searched-of }. Continuo a cercare?
    .reprompt = Continuo a cercare { $heard }?
song-nowhere =
    .speech = { $earlier ->
        [0] Non trovo { $heard }.
       *[other] Non ho trovato { $heard } da nessun'altra parte.
    } Ho guardato { searched-of }. { ask }
    .reprompt = { ask }
searched-of = { $readable ->
        [0] zero playlist, perché non ne hai creata né modificata nessuna
        [one] la tua unica playlist
       *[other] { $left ->
            [0] tutte le { $readable } playlist tue o condivise
           *[other] { $searched } delle { $readable } playlist tue o condivise
        }
    }

## L'account

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Non hai ancora nessuna playlist. Che cosa vuoi fare?
        [one] Hai una playlist. La apro?
       *[other] Hai { $count } playlist; { own-among }. Che cosa vuoi fare?
    }
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
own-among = { $unknown ->
        [0] { $others ->
                [0] sono tutte tue
               *[other] { $own ->
                    [0] nessuna è tua
                    [one] una è tua
                   *[other] { $own } sono tue
                }
            }
       *[other] { $own ->
            [0] non so quali sono tue
            [one] almeno una è tua
           *[other] almeno { $own } sono tue
        }
    }
account-of =
    .speech = È l'account { -service } di { $name }. E adesso?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
account-sample =
    .speech = Non c'è nessun account collegato, questa è la demo. Per la tua musica, collega { -service } nell'app Alexa. E adesso?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
account-nameless =
    .speech = È collegato un account { -service }, ma non riesco a dirne il nome. E adesso?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
refreshed =
    .speech = Ho aggiornato la tua libreria. { shelf-count }. E adesso?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
refresh-later =
    .speech = Adesso non posso aggiornarla. Si aggiornerà presto da sola. Che altro vuoi?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
what-i-keep =
    .speech = Non preoccuparti: tengo la tua libreria un giorno, e consigli, pareri e richieste di novità due settimane. Di': dimenticami, e cancello tutto. E adesso?
    .reprompt = Di': dimenticami, o: che cosa posso ascoltare. Che cosa vuoi fare?
forget-me =
    .speech = Dimentico quello che ho letto dalla tua libreria e quello che ti è piaciuto. Il tuo account { -service } resta com'è. Lo faccio?
    .reprompt = Dimentico tutto? Sì o no?
forgotten =
    .speech = Fatto. Ho dimenticato quello che sapevo di te. Per scollegare anche l'account, disattiva la skill nell'app Alexa. Ciao!
forget-later =
    .speech = Adesso non posso. Chiedimelo di nuovo tra poco. Quello che resta sparisce da solo in due settimane.

link-account =
    .speech = Ti ho messo una scheda nell'app Alexa. Aprila e accedi a { -service }.
link-account-done =
    .speech = Il tuo account { -service } è collegato. Per scollegarlo, disattiva la skill nell'app Alexa. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?

## La demo

demo =
    .speech = Questa è una demo con musica d'altri tempi. Ti scelgo qualcosa?
    .speech-2 = Immagina che questa musica d'altri tempi sia tua. Scelgo qualcosa?
    .reprompt = Puoi anche dire: leggi le mie playlist. Scelgo qualcosa?
demo-declined =
    .speech = Va bene. Per la tua musica, collega { -service } con la scheda nell'app Alexa. A presto!
demo-needless =
    .speech = La demo non ti serve: la tua libreria è collegata. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
progress =
    .speech = Un momento.
    .speech-2 = Guardo.

## Trovare quella giusta

which-playlist =
    .speech = Quale playlist?
    .speech-2 = Quale playlist intendi?
    .reprompt = Di' il nome di una playlist, o: leggi le mie playlist. Quale?
which-owner =
    .speech = Di quale canzone, o di quale playlist?
    .reprompt = Di' il nome di una canzone o di una playlist. Quale?
ask = { $ask ->
        [offer] Ti scelgo qualcosa?
        [artist] Quale artista ti piace?
        [name] Ripeti il nome, o di': leggi le mie playlist. Quale?
        [title] Un altro titolo?
        [shelf] Di': leggi le mie playlist, e te le leggo. Che cosa vuoi fare?
       *[next] Che cosa vuoi fare?
    }
did-you-mean =
    .speech = Ho trovato { $name }. È quella?
    .speech-2 = Intendi { $name }?
    .reprompt = Di' sì, o un altro nome. È { $name }?
did-you-mean-which =
    .speech = Intendi { $first }, o { $second }?
    .speech-2 = È { $first }, o { $second }?
    .reprompt = La prima o la seconda?
did-you-mean-number =
    .speech = Ce ne sono { $total } che si chiamano { $name }. { $counted ->
        [years] Quale anno?
       *[numbers] Quale numero?
    }
    .reprompt = { $counted ->
        [years] Di' un anno.
       *[numbers] Di' un numero.
    } Quale?
    .title = { $name }: quale?
    .card =
        { $lines }
        { $source }
did-you-mean-some =
    .speech = { $more ->
        [0] Ne ho trovate { $total }: { $items }. Quale?
       *[other] Ne ho trovate { $total }. Le prime sono { $items }. Quale?
    }
    .reprompt = Di' un nome o un numero. Quale?
    .title = Quale?
    .card =
        { $lines }
        { $source }
no-such-playlist =
    .speech = Non trovo nessuna playlist che si chiama { $heard }. { ask }
    .speech-2 = Tra le tue playlist non c'è { $heard }. { ask }
    .reprompt = { ask }
no-such-playlist-partial =
    .speech = Non ho trovato nessuna playlist che si chiama { $heard }. { $partial }{ ask }
    .reprompt = { ask }

question-dropped =
    .speech = Va bene, lasciamo stare. Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
    .speech-2 = Proviamo altro. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
yes-to-nothing =
    .speech = Volentieri. Che cosa vuoi sapere?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
no-not-that =
    .speech = Va bene, quella no. Di' un altro nome, o: leggi le mie playlist. Quale?
    .reprompt = Di' un nome, o: leggi le mie playlist. Quale?
no-then-what =
    .speech = Va bene. Che cosa vuoi invece?
    .reprompt = Puoi dire: leggi le mie playlist, o stop. Che cosa vuoi fare?
which-number =
    .speech = Quale numero?
    .reprompt = Di' un numero, o un nome. Quale?

## Dentro una lista

list-end =
    .speech = La lista finisce qui. E adesso?
    .reprompt = Di' ricomincia, o un nome. Che cosa vuoi fare?
list-start =
    .speech = La lista comincia qui. E adesso?
    .reprompt = Di' avanti, o un nome. Che cosa vuoi fare?
list-no-such =
    .speech = { $total ->
        [one] In questa lista ce n'è solo una. La ripeto?
       *[other] Questa lista va da uno a { $total }. Quale numero?
    }
    .reprompt = Di' un numero, o avanti. Quale?
list-count =
    .speech = { $total ->
        [one] In questa lista ce n'è solo una.
       *[other] In questa lista ce ne sono { $total }.
    } E adesso?
    .reprompt = Di': altro così, o un numero. Che cosa vuoi fare?
list-unreadable =
    .speech = In questa lista c'è qualcosa, ma ora non riesco a leggere niente. Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
nothing-to-repeat =
    .speech = Non ho niente da ripetere. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
offer-again =
    .speech = Ti trovo qualcosa da ascoltare?
    .reprompt = Ti trovo qualcosa da ascoltare?
nothing-to-page =
    .speech = Adesso non sto leggendo nessuna lista. Ti trovo qualcosa da ascoltare?
    .reprompt = Puoi anche dire: leggi le mie playlist. Ti trovo qualcosa?

## What plays now

playing =
    .speech = { $run ->
        [paused] Hai messo in pausa { $track }.
       *[running] Stai ascoltando { $track }.
    } E adesso?
    .reprompt = Di': altro del genere. Che cosa vuoi?
    .title = In riproduzione
    .card =
        { $track }
        { $source }
playing-podcast =
    .speech = { $run ->
        [paused] Hai messo in pausa un podcast, { $track }.
       *[running] È un podcast, { $track }.
    } E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare? Che cosa vuoi?
playing-liked =
    .speech = Segnato: ti piace { $track }.
playing-none =
    .speech = { $what ->
        [ad] In questo momento c'è la pubblicità.
        [hidden] { -service } non dice che cosa sta suonando.
       *[silent] In questo momento sul tuo { -service } non suona niente.
    } Ti trovo qualcosa?
    .reprompt = Ti trovo qualcosa da ascoltare?

## Salvare

song-is-saved =
    .speech = Sì, { $track } è tra i tuoi brani salvati. E adesso?
    .reprompt = Di': mettila, o: altro così. Che cosa vuoi fare?
song-not-saved =
    .speech = No, { $track } non è tra i brani salvati. Guardo nelle tue playlist?
    .reprompt = Guardo nelle tue playlist?
song-chosen =
    .speech = { $track }: ottima scelta. Per ascoltarla, di': mettila. E adesso?
    .speech-2 = Allora { $track }. Per ascoltarla, di': mettila. E adesso?
    .reprompt = Di': mettila, o: un'altra. Che cosa vuoi fare?
saving-off =
    .speech = Non posso salvare canzoni né cambiare le tue playlist. Si può fare nell'app di { -service }. Ti trovo qualcosa da ascoltare?
    .reprompt = Ti trovo qualcosa da ascoltare?
saving-sample =
    .speech = Questa è solo la demo, qui non posso salvare niente. Che cosa vuoi?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi?
saving-refused =
    .speech = { -service } non me lo fa cambiare. Che cosa vuoi invece?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi?
save-which =
    .speech = Di', per esempio: salva la seconda. Quale canzone?
    .reprompt = Di' salva e il numero. Quale canzone?
no-song-named =
    .speech = Non so quale canzone intendi. Te ne trovo una?
    .reprompt = Ti trovo una canzone?
save-not =
    .speech = { $why ->
        [local] È un file tuo, e { -service } non può salvarlo.
        [podcast] È un podcast, e io salvo solo canzoni.
       *[other] Posso salvare solo canzoni.
    } E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi?
song-saved =
    .speech = { $done ->
        [again] Avevi già salvato { $track }.
       *[new] Ho salvato { $track }.
    } E adesso?
    .reprompt = Per annullare, di': toglila di nuovo. Che cosa vuoi?
added-stays =
    .speech = Dalle playlist non posso togliere niente, si fa nell'app { -service }. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi?
song-taken-off =
    .speech = { $done ->
        [again] Non avevi salvato { $track }.
       *[new] Ho tolto { $track } dalle tue canzoni salvate.
    } E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi?
song-added =
    .speech = { $done ->
        [again] { $track } è già in { $name }.
       *[new] Ho aggiunto { $track } a { $name }.
    } E adesso?
    .reprompt = Di', per esempio: apri { $name }. Che cosa vuoi?
add-theirs =
    .speech = { $maker ->
        [theirs] { $name } è di { $owner }, quindi non posso aggiungere niente.
       *[other] { -service } non mi fa aggiungere niente a { $name }.
    } Quale delle tue?
    .reprompt = Di' il nome di una tua playlist. Quale?
playlist-made =
    .speech = { $done ->
        [new] Ho creato una playlist privata, { $name }, con { $songs }.
        [more] Ho aggiunto { $songs } a { $name }.
       *[again] Sono già tutte in { $name }.
    } E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi?
song-count = { $count ->
        [one] una canzone
       *[other] { $count } canzoni
    }
make-nothing =
    .speech = Non ci sono ancora canzoni per una playlist. Te ne trovo qualcuna?
    .reprompt = Ti trovo una canzone?
playlist-of-day = { -skill }, { $date }
playlist-made-by = Creata da { -skill }, una skill per Alexa.

## Aiuto, e quello che nessuno capisce

help =
    .speech = Chiedi: che cosa dovrei ascoltare, oppure: che c'è di nuovo per me. O di': leggi le mie playlist, oppure: che altro. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa dovrei ascoltare, oppure: che altro. Che cosa vuoi fare?
    .screen =
        Puoi dire:
        «Che cosa dovrei ascoltare?»
        «Che c'è di nuovo per me?»
        «Leggi le mie playlist»
        «Apri» e un nome
        «Che altro?»
help-find =
    .speech = Chiedi: dov'è, oppure: chi canta, e una canzone. { $able ->
        [3] Di una canzone, di': mettila, oppure: salvala.
        [1] Di una canzone, di': salvala.
        [2] Di una canzone, di': mettila.
       *[other] Per una playlist, di': apri, e il nome.
    } E per continuare: che altro. Che cosa vuoi fare?
    .reprompt = Di': che altro, e continuo. Che cosa vuoi fare?
    .screen =
        Puoi dire:
        «Dov'è» e una canzone
        «Chi canta» e una canzone
        «Apri» e un nome
        «Che altro?»
help-taste =
    .speech = Dimmi un umore, un artista o un decennio. Oppure: mi piace, questa no, o: non consigliarmi più, e un nome. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa dovrei ascoltare. Che cosa vuoi fare?
    .screen =
        Puoi dire:
        Un umore, un artista o un decennio
        «Mi piace» o «Questa no»
        «Non consigliarmi più» e un nome
able-to =
    .speech = { $capability ->
        [can-save] Sì. Quando nomino una canzone, di': salvala, oppure: aggiungila a, e una playlist.
        [can-make] Sì. Dopo qualche canzone, di': fanne una playlist.
       *[can-play] Sì, dove { -service } è aperto. Di': metti, e un nome.
    } Ti trovo qualcosa da ascoltare?
    .speech-2 = { $capability ->
        [can-save] Certo. Appena nomino una canzone, di': salvala, oppure: aggiungila a, e una playlist.
        [can-make] Certo. Quando ho nominato qualche canzone, di': fanne una playlist.
       *[can-play] Certo, se { -service } è aperto da qualche parte. Di': metti, e un nome.
    } Ti trovo qualcosa?
    .reprompt = Ti trovo qualcosa da ascoltare?
about-skill =
    .speech = { $capability ->
        [cost] È gratis. Ti basta un account { -service }, anche gratuito.{ $able ->
            [0] {""}
            [1] {""}
           *[other] {" "}Solo per riprodurre sui tuoi dispositivi serve Premium.
        }
        [premium] { $able ->
            [0] No, basta un account gratuito.
            [1] No, basta un account gratuito.
           *[other] Solo per riprodurre sui tuoi dispositivi. Per il resto basta un account gratuito.
        }
        [family] Sì. Chi ha la voce registrata in Alexa può collegare il suo { -service }. Gli altri usano questo.
        [listening] Io non ti sento. Ti sente Alexa, e mentre parliamo mi arrivano solo le parole delle tue richieste.
        [sharing] Non vendo niente e non passo niente a nessuno: chiedo a { -service }, e la risposta la senti da Alexa. Per cancellare tutto, di': dimenticami.
        [password] La tua password non la vedo mai: l'hai inserita sulla pagina di { -service }.
       *[maker] No, sono una skill indipendente: né di { -service } né di Amazon. Leggo solo la tua musica su { -service }, e solo se mi dai il permesso.
    } Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa ascolto. Che cosa vuoi fare?
about-password-unlinked =
    .speech = La tua password non la vedo mai. Accedi sulla pagina di { -service }, dalla scheda nella tua app Alexa. Che altro vuoi sapere?
    .reprompt = Di': prova la demo. Che cosa vuoi fare?
help-list =
    .speech = Di' avanti o indietro, o un nome o un numero per saperne di più. Che cosa vuoi fare?
    .reprompt = Di' avanti, o un nome. Che cosa vuoi fare?
    .screen =
        Puoi dire:
        «Avanti» o «Indietro»
        Un numero o un nome
help-picks =
    .speech = Di': { $asks ->
        [1] mettila, mi piace,
       *[other] mi piace, non quello,
    } un altro, o perché. Con indietro esci dai consigli. Che cosa vuoi fare?
    .reprompt = Di': un altro, o perché. Che cosa vuoi fare?
    .screen =
        Puoi dire:
        { $asks ->
            [1] «Mettila» o «Mi piace»
           *[other] «Mi piace» o «Non quello»
        }
        «Un altro» o «Perché?»
        «Indietro», per uscire dai consigli
help-artist =
    .speech = Di' solo il nome di un gruppo o di un cantante. Chi?
    .reprompt = Di' il nome di un artista. Chi?
help-song =
    .speech = Di' solo il titolo. Quale canzone?
    .reprompt = Di' un titolo. Quale canzone?
help-which =
    .speech = Di' il nome di una delle tue playlist, o: leggi le mie playlist. Quale?
    .reprompt = Di' un nome, o: leggi le mie playlist. Quale?
help-meant =
    .speech = Di' sì o no, la prima o la seconda, o ripeti il nome. Quale?
    .reprompt = La prima o la seconda?
help-speaker =
    .speech = Di' il nome di un dispositivo, o il primo o il secondo. Quale?
    .reprompt = Di' il nome di un dispositivo, o: il primo. Quale?
help-confirm =
    .speech = Di' sì e lo faccio, o no e non lo faccio. Lo faccio?
    .reprompt = Sì o no?
help-unlinked =
    .speech = Conosco le tue playlist di { -service } e consiglio musica. Di': prova la demo, o collega { -service } nell'app Alexa. Che cosa vuoi fare?
    .reprompt = Di': prova la demo. Che cosa vuoi fare?
    .screen = Conosco le tue playlist di { -service } e consiglio musica. Di' «Prova la demo», o collega { -service } nell'app Alexa.
help-unlinked-more =
    .speech = Scelgo musica per ogni momento, dico le novità e trovo i brani nelle tue playlist. Per vedere come, di': prova la demo. Che cosa vuoi fare?
    .reprompt = Di': prova la demo. Che cosa vuoi fare?
fallback =
    .speech = Non ho capito. Chiedi: che cosa posso ascoltare, o di': leggi le mie playlist. Che cosa vuoi fare?
    .speech-2 = Questo non lo so fare. Prova: che cosa posso ascoltare. Che cosa vuoi fare?
    .speech-3 = Scusa, non ho capito. Prova: leggi le mie playlist. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .screen = Non ho capito.
fallback-list =
    .speech = Non ho capito. Di' avanti, o un numero. Che cosa vuoi fare?
    .speech-2 = Scusa, non ho capito. Avanti, o un numero?
    .reprompt = Di' avanti, o un numero. Che cosa vuoi fare?
    .screen = Non ho capito.
fallback-picks =
    .speech = Non ho capito. Di': { $asks ->
        [1] mettila
       *[other] mi piace
    }, un altro, o perché. Che cosa vuoi fare?
    .speech-2 = Scusa, non ho capito. Un altro, o perché?
    .reprompt = Di': un altro, o perché. Che cosa vuoi fare?
    .screen = Non ho capito.
fallback-artist =
    .speech = Non ho capito il nome. Quale artista?
    .reprompt = Di' il nome di un artista. Chi?
fallback-song =
    .speech = Non ho capito il titolo. Quale canzone?
    .reprompt = Di' un titolo. Quale canzone?
fallback-which =
    .speech = Non ho capito il nome. Puoi anche dire: leggi le mie playlist. Quale?
    .reprompt = Di' un nome, o: leggi le mie playlist. Quale?
fallback-meant =
    .speech = Scusa, la prima o la seconda?
    .speech-2 = Non ho capito. La prima, o la seconda?
    .reprompt = La prima o la seconda?
fallback-speaker =
    .speech = Non ho capito il dispositivo. Quale?
    .reprompt = Di' il nome di un dispositivo, o: il primo. Quale?
fallback-confirm =
    .speech = Scusa, sì o no?
    .speech-2 = Non ho capito. Sì o no?
    .reprompt = Sì o no?
fallback-unlinked =
    .speech = Non ho capito. Vuoi provare la demo?
    .reprompt = Di': prova la demo, o aiuto. Che cosa vuoi fare?
    .screen = Non ho capito.
waiting =
    .speech = Certo, con calma. Che cosa vuoi fare?
    .speech-2 = Va bene, quando vuoi. Che cosa vuoi fare?
    .reprompt = Sono ancora qui. Che cosa vuoi fare?
thanks =
    .speech = Prego. Altro?
    .speech-2 = Di niente. Vuoi altro?
    .reprompt = Vuoi altro, o ci fermiamo qui?
unsupported =
    .speech = { $capability ->
        [playback] Non posso far partire la musica, solo consigliartela.
        [louder] Non posso cambiare il volume. Di': Alexa, alza il volume.
        [quieter] Non posso cambiare il volume. Di': Alexa, abbassa il volume.
        [mute] Non posso togliere l'audio. Di': Alexa, muto.
        [volume] Non posso cambiare il volume. Di': Alexa, volume cinque.
        [timer] Non ho né timer né sveglia. Di' stop e chiedi ad Alexa.
        [lyrics] Non ho i testi.
        [ads] Non posso saltare la pubblicità.
        [edit] Cancellare, rinominare, condividere: questo con una playlist non posso farlo.
        [rename] Non posso dare un nome alle playlist; si fa in { -service }.
        [facts] Di una canzone so solo l'artista, l'album e l'anno.
        [charts] Non conosco le classifiche.
        [concerts] Non conosco le date dei concerti.
        [sorting] Questo non posso ordinarlo, confrontarlo o contarlo.
        [pace] La velocità della mia voce la decide Alexa.
        [chat] Io me la cavo solo con la musica, soprattutto la tua.
       *[other] Mi intendo solo di musica. Di' stop e chiedi ad Alexa.
    } Ti trovo qualcosa da ascoltare?
    .speech-2 = { $capability ->
        [playback] La musica non la faccio partire io, ma so cosa vale la pena.
        [louder] Il volume non lo tocco io. Di': Alexa, alza il volume.
        [quieter] Il volume non lo tocco io. Di': Alexa, abbassa il volume.
        [mute] L'audio non lo tocco io. Di': Alexa, muto.
        [volume] Il volume non lo tocco io. Di': Alexa, volume cinque.
        [timer] Timer e sveglia non fanno per me. Di' stop, poi chiedi ad Alexa.
        [lyrics] I testi non li so.
        [ads] Contro la pubblicità non posso fare niente.
        [edit] Così una playlist non la so cambiare né condividere.
        [rename] Il nome di una playlist si cambia in { -service }.
        [facts] So solo l'artista, l'album e l'anno.
        [charts] Delle classifiche non so nulla.
        [concerts] Dei concerti non so nulla.
        [sorting] Ordinare, confrontare e contare non è per me.
        [pace] La velocità della mia voce la decide Alexa.
        [chat] Io me ne intendo solo di musica, soprattutto della tua.
       *[other] Questo non fa per me. Di' basta, poi chiedi ad Alexa.
    } Ti propongo una canzone?
    .reprompt = Ti trovo qualcosa da ascoltare?
music-request = { $wish ->
        [song] Alexa, riproduci { $name } di { $artist } su { -service }
        [title] Alexa, metti la canzone { $name } su { -service }
        [album] Alexa, metti l'album { $name } di { $artist } su { -service }
        [playlist] Alexa, metti la playlist { $name } su { -service }
        [shuffled] Alexa, riproduci la playlist { $name } in modalità casuale su { -service }
        [podcast] Alexa, metti il podcast { $name } su { -service }
        [genre] Alexa, metti un po' di { $name } su { -service }
       *[anything] Alexa, metti { $name } su { -service }
    }
play-address =
    { $address }
    {""}
play-elsewhere =
    .speech = Io non posso far partire la musica. Di': { $request }.{ $where }
    .speech-2 = La musica la fa partire Alexa. Di': { $request }.{ $where }
    .title = Per ascoltarlo
    .card =
        Di': «{ $request }»{ $where }
        { $address }{ $source }
play-where = {" "}Per un altro Echo, aggiungi il suo nome.
play-unqueued =
    .speech = Non posso metterlo in coda. Per ascoltarlo subito, di': { $request }.{ $where }
    .title = Per ascoltarlo
    .card =
        Di': «{ $request }»{ $where }
        { $address }{ $source }
play-by-card =
    .speech = Io non posso far partire la musica, e quel nome non si può pronunciare. La scheda nell'app Alexa ti porta lì.
    .title = Per ascoltarlo
    .card = { $address }{ $source }
play-nameless =
    .speech = Io non posso far partire la musica, e quella non ha un nome da chiedere. Che cosa vuoi invece?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
play-local =
    .speech = { $name } è un file tuo, quindi Alexa non può riprodurlo. Che cosa vuoi invece?
    .reprompt = Di' un altro nome. Che cosa vuoi?
play-unplayable =
    .speech = { $name } non si può ascoltare su { -service } nel tuo Paese. Che cosa vuoi invece?
    .reprompt = Di' un altro nome. Che cosa vuoi?
play-sample =
    .speech = Quella playlist esiste solo nella demo, e io non posso far partire la musica. Che cosa vuoi invece?
    .reprompt = Puoi dire il nome di una canzone. Che cosa vuoi?
play-nothing =
    .speech = Non so ancora che cosa vuoi ascoltare. Ti trovo qualcosa?
    .reprompt = Ti trovo qualcosa da ascoltare?
play-unknown =
    .speech = Non trovo { $heard } su { -service }. Che cosa vuoi sentire invece?
    .reprompt = Ripeti il nome, o chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
play-instead =
    .speech = Questo non lo posso far partire. Di': { $request }.{ $where }
    .title = Per ascoltarlo
    .card =
        Di': «{ $request }»{ $where }
        { $address }{ $source }
play-here =
    .speech = Un Echo compare su { -service } solo dopo che ci hai ascoltato qualcosa. Di': { $request }.
    .title = Per ascoltarlo
    .card =
        Di': «{ $request }»
        { $address }{ $source }
play-premium =
    .speech = { -service } mi lascia far partire la musica solo con Premium. Però puoi dire: { $request }.{ $where }
    .title = Per ascoltarlo
    .card =
        Di': «{ $request }»{ $where }
        { $address }{ $source }
play-started =
    .speech = { $before }{ $order ->
        [shuffled] Parte { $name } in ordine casuale, su { $speaker }.
        [unshuffled] Parte { $name } su { $speaker }, ma non in ordine casuale.
       *[own] Parte { $name }, su { $speaker }.
    }
play-queued =
    .speech = { $name } è in coda. Che altro vuoi?
    .reprompt = Chiedi: che cosa ascolto? Che cosa vuoi?
shuffle-only-playlists =
    .speech = Posso mescolare solo una playlist. E adesso?
    .reprompt = Di': metti, il nome di una playlist, in ordine casuale. Che cosa vuoi?
queue-only-songs =
    .speech = In coda vanno solo le canzoni. E adesso?
    .reprompt = Chiedi: che cosa ascolto? Che cosa vuoi?
play-moved =
    .speech = Va bene, ora su { $speaker }.
player-done =
    .speech = { $command ->
        [pause] In pausa.
        [resume] Si riparte.
        [shuffle] Ora è in ordine casuale.
        [next] Ecco il prossimo brano.
       *[previous] Torno al brano precedente.
    }
which-speaker =
    .speech = { $lead ->
        [unknown] Quel dispositivo non lo trovo.
        [gone] Quel dispositivo è appena sparito.
        [restricted] Quel dispositivo non mi lascia far partire la musica.
        [here] Un Echo compare solo dopo che ci hai ascoltato { -service }.
       *[silent] {""}
    } Ci sono { $items }. { $count ->
        [one] La metto lì?
       *[other] Dove la metto?
    }
    .reprompt = Di' il nome di un dispositivo, o: il primo. Quale?
speakers-none =
    .speech = { $lead ->
        [here] Un Echo compare solo dopo che ci hai ascoltato { -service }.
       *[silent] Non trovo dispositivi con { -service } aperto.
    } Apri { -service } da qualche parte e chiedimelo di nuovo. Che cosa vuoi intanto?
    .reprompt = Chiedi: che cosa ascolto? Che cosa vuoi?
goodbye =
    .speech = Ciao!
    .speech-2 = A presto.

## Quando qualcosa va storto

link-or-demo =
    .speech = Per questo, collega { -service } con la scheda nella tua app Alexa. Intanto vuoi provare la demo?
    .reprompt = Collega { -service } nell'app Alexa. Vuoi provare la demo?
apology-not-linked =
    .speech = Per questo devo vedere la tua libreria { -service }. Ho messo una scheda nella tua app Alexa per collegarla.
apology-link-expired =
    .speech = { -service } non mi fa più entrare. Succede ogni pochi mesi. Collega di nuovo il tuo account con la scheda nell'app Alexa.
apology-scope-missing =
    .speech = Hai collegato il tuo account prima che sapessi farlo. Collega di nuovo { -service } con la scheda nell'app Alexa.
apology-not-admitted =
    .speech = { -service } non mi mostra ancora la tua libreria. Chi gestisce questa skill deve prima aggiungere il tuo account. Chiediglielo.
apology-forbidden =
    .speech = { -service } non me lo lascia fare.
apology-premium-required =
    .speech = { -service } non mi fa entrare: l'abbonamento Premium dietro questa skill è scaduto. Funzionerò di nuovo quando sarà rinnovato.
apology-premium-to-play =
    .speech = { -service } me lo lascia fare solo con Premium.
apology-player-refused =
    .speech = { -service } adesso non può farlo. Forse è già in pausa, o quel dispositivo non lo permette.
apology-not-found =
    .speech = Non lo trovo più; forse nel frattempo è stato rimosso. Che cosa vuoi fare invece?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
apology-no-active-device =
    .speech = { -service } non è aperto su nessun dispositivo.
apology-rate-limited =
    .speech = { -service } mi chiede di rallentare. Riprova { wait }.
apology-quota-exceeded =
    .speech = Oggi hanno chiesto in così tanti che { -service } non vuole più domande da me. Riprova { wait }.
apology-rejected =
    .speech = { -service } non mi ha capita. È colpa mia. Prova con qualcos'altro.
apology-unavailable =
    .speech = Adesso non raggiungo { -service }. Riprova tra poco.
apology-too-slow =
    .speech = { -service } adesso è lento. Riprova tra un momento.
apology-unreadable =
    .speech = Non ho potuto leggere la risposta di { -service }. Riprova tra poco.
apology-deadline =
    .speech = Ci vuole troppo. Chiedimelo di nuovo; la seconda volta spesso è più veloce.
apology-provider =
    .speech = { -service } non me l'ha dato. Riprova tra poco.
apology-unconfirmed =
    .speech = { -service } adesso è lento e non so se ha funzionato. Controlla tra un momento. E adesso?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi?
apology-playlist-full =
    .speech = Quella playlist è piena, non ci sta più niente. Che cosa vuoi invece?
    .reprompt = Di': leggi le mie playlist. Che cosa vuoi?
apology-busy =
    .speech = Adesso ho troppe richieste. Riprova tra un momento.
apology-unexpected =
    .speech = Scusa, qualcosa è andato storto. Riprova tra poco.

## Che cosa ascoltare

picks =
    .speech = { $notice }{ $told ->
        [nothing] Prova { $track }.
        [opened] { $track }.
        [opened-because] { $track }, perché { $reason }.
       *[reason] Prova { $track }, perché { $reason }.
    } { $asks ->
        [1] Lo metto?
       *[other] Ti piace?
    }
    .speech-2 = { $notice }{ $told ->
        [nothing] Magari ti piace { $track }.
        [opened] { $track }.
        [opened-because] { $track }, perché { $reason }.
       *[reason] Magari ti piace { $track }, perché { $reason }.
    } { $asks ->
        [1] Vuoi sentirlo?
       *[other] Ti va?
    }
    .speech-3 = { $notice }{ $told ->
        [nothing] Ti consiglio { $track }.
        [opened] { $track }.
        [opened-because] { $track }, perché { $reason }.
       *[reason] Ti consiglio { $track }, perché { $reason }.
    } { $asks ->
        [1] Lo faccio partire?
       *[other] Ti va?
    }
    .reprompt = Puoi anche dire: un altro, o: perché. { $asks ->
        [1] Lo metto?
       *[other] Ti piace?
    }
    .title = Per te
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Non so più che cosa ti avevo consigliato. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
picks-dry =
    .speech = { $notice }Per oggi è tutto. Di', per esempio: qualcosa di calmo. Che cosa vuoi fare?
    .speech-2 = { $notice }Per oggi non mi viene altro. Dimmi un umore o un genere. Che cosa vuoi fare?
    .reprompt = Di' ricomincia, o un umore. Che cosa vuoi fare?
pick-details =
    .speech = Il numero { $number } è { $track }. Te lo consiglio perché { $reason }{ $length }. { $asks ->
        [1] Lo metto?
       *[other] Ti piace?
    }
    .reprompt = Puoi anche dire: un altro. { $asks ->
        [1] Lo metto?
       *[other] Ti piace?
    }
why =
    .speech = Perché { $reasons }. { $asks ->
        [1] Lo metto?
       *[other] Ti piace?
    }
    .speech-2 = L'ho scelto perché { $reasons }. { $asks ->
        [1] Vuoi sentirlo?
       *[other] Ti piace?
    }
    .reprompt = Puoi anche dire: un altro. { $asks ->
        [1] Lo metto?
       *[other] Ti piace?
    }
    .title = Perché questo?
    .card =
        { $track }: { $reasons }.
        { $source }
opinion-of-which =
    .speech = Di' il numero o il titolo. Quale canzone intendi?
    .speech-2 = Prima dimmi un numero o un titolo. Quale canzone?
    .reprompt = Di' un numero, o un titolo. Quale canzone?
picks-so-far =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Finora ti ho proposto { $items }. E adesso?
        [first] Finora sono stati { $items }. Vuoi sentirne ancora?
        [middle] Poi { $items }. Vuoi sentirne ancora?
        [again] Ecco { $items }. Vuoi sentirne ancora?
       *[last] E per finire { $items }. E adesso?
    }
    .reprompt = Di' un numero, o: fanne una playlist. Che cosa vuoi fare?
    .title = Consigliati finora
    .card =
        { $lines }
        { $source }
picks-so-far-none =
    .speech = Ultimamente non ti ho consigliato niente. Ti cerco qualcosa?
    .reprompt = Ti cerco qualcosa?
why-playlist =
    .speech = Ho pensato a { $playlist } perché { $reason }. La apro?
    .reprompt = La apro?
why-other =
    .speech = Questo non l'ho scelto io. Ti consiglio qualcosa?
    .reprompt = Ti consiglio qualcosa?
why-nothing =
    .speech = Non ti ho ancora consigliato niente. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Non conosco ancora i tuoi gusti.
       *[other] Non conosco i tuoi gusti, perché non ho potuto vedere tutto.
    } { ask }
    .reprompt = { ask }
wish-unmet =
    .speech = { $gaps }{ $unmet }{ ask }
    .reprompt = { ask }
rediscover-none =
    .speech = { $count ->
        [0] Non hai una playlist tua in cui cercare. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
        [one] Di recente hai già ascoltato tutta la tua playlist. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
       *[other] Ho guardato { $count } delle tue playlist, e di recente hai già ascoltato tutto. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    }
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $wish }Magari { $items }? L'ho scelta perché { $reason }. { open-which }
        [first] { $wish }Magari { $items }? La prima perché { $reason }. Quale?
        [again] Ecco { $items }. Quale?
       *[other] Oppure { $items }. Quale?
    }
    .reprompt = Di' un nome, o la prima. Quale apro?
    .screen = Playlist per te
    .title = Playlist per te, da { $first } a { $last } di { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Adesso non ho una playlist da consigliarti. Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Chiedi: che cosa posso ascoltare. Che cosa vuoi fare?

## Che cosa non si consiglia mai

wish-excluded =
    .speech = Mi hai chiesto di escludere { $name }. Per cambiare, di': puoi consigliare di nuovo { $name }. Cosa vuoi fare?
    .reprompt = Di': puoi consigliare di nuovo { $name }. Cosa vuoi fare?
picks-excluded =
    .speech = Hai escluso tutto quello che ti proporrei. Chiedi: cosa non mi consigli. Cosa vuoi fare?
    .reprompt = Chiedi: cosa non mi consigli. Cosa vuoi fare?
never-noted =
    .speech = Va bene, niente più { $name }. { ask }
    .speech-2 = D'accordo, escludo { $name }. { ask }
    .reprompt = Per la lista, chiedi: cosa non mi consigli. { ask }
never-which =
    .speech = Di': non consigliarmi più, e un nome o un genere. Cosa escludo?
    .reprompt = Di': non consigliarmi più, e un nome. Cosa escludo?
never-full =
    .speech = Sono già cento cose. Prima dimmi cosa posso consigliare di nuovo. Cosa vuoi fare?
    .reprompt = Chiedi: cosa non mi consigli. Cosa vuoi fare?
never-lost =
    .speech = Adesso non sono riuscita ad annotarlo. Riprova più tardi. Cosa vuoi fare?
    .reprompt = Chiedi: cosa posso ascoltare. Cosa vuoi fare?
exclusions =
    .speech = Non ti consiglio { $names }{ $more ->
        [0] .
        [one] {" "}e un'altra cosa.
       *[other] {" "}e altre { $more } cose.
    } { ask }
    .reprompt = Dimmi cosa posso consigliare di nuovo. { ask }
    .title = Cosa escludo
    .card = { $all }
exclusions-none =
    .speech = Non escludo niente. { ask }
    .reprompt = Di': non consigliarmi più, e un nome. { ask }
allowed =
    .speech = Va bene, { $name } torna tra i consigli. { ask }
    .reprompt = Di' sì per una canzone. { ask }
allow-unknown =
    .speech = { $name } non era tra le cose escluse. { ask }
    .reprompt = Per la lista, chiedi: cosa non mi consigli. { ask }
allow-which =
    .speech = Di': consigliami di nuovo, e il nome. Cosa riammetto?
    .reprompt = Per la lista, chiedi: cosa non mi consigli. Cosa riammetto?

## Prima di un consiglio; ogni frase finisce con uno spazio

notices = { $first }{ $then }
notice-again = Dall'inizio.{" "}
notice-unmet = { $kind ->
    [mood] Non trovo niente di { $heard }.{" "}
    [activity] Non trovo niente per { $heard }.{" "}
    [several] Non trovo niente che abbia tutto questo.{" "}
   *[other] Non trovo niente per { $heard }.{" "}
}
notice-nothing-new = Non trovo niente di nuovo.{" "}
notice-nothing-familiar = Quelli li conosci già, quindi qualcosa di nuovo.{" "}
notice-only-new = Va bene, allora qualcosa di nuovo.{" "}
notice-heard = Questo lo conosci.{" "}
notice-new = Ecco qualcosa di nuovo.{" "}
notice-playlists = Questo viene dalle tue playlist.{" "}
notice-liked = Segnato.{" "}
notice-disliked = Va bene, questo no.{" "}
notice-one-liked = Segnato: ti piace { $track }.{" "}
notice-one-disliked = Va bene, { $track } no.{" "}
notice-more-like = Ancora come { $track }.{" "}
notice-missing = Non ho potuto guardare { $sources }.{" "}
notice-scope = Per aggiungere { $sources }, collega di nuovo il tuo account.{" "}
notice-no-era = Non trovo niente { $era }.{" "}
era-year = del { $year }
era-earlier = di prima del { $year }
era-later = dal { $year } in poi
notice-no-kind = Per { $heard } non ho niente.{" "}
notice-no-mood = Lì non c'è niente di { $mood }.{" "}
notice-no-artist = Non ho trovato niente come { $artist } che vada bene.{" "}
notice-no-playlists = Nelle tue playlist non c'è niente di adatto.{" "}
notice-no-saved = Tra i brani salvati non c'è niente di adatto.{" "}
notice-no-language = Quella lingua non la riconosco.{" "}
notice-no-unwanted = Non posso escludere altro.{" "}
notice-no-length = Non scelgo per durata.{" "}
notice-no-several = Una alla volta.{" "}
notice-no-album = Scelgo solo brani.{" "}
notice-no-someone = Conosco solo i tuoi gusti.{" "}
notice-no-playlist = Non posso creare playlist.{" "}
notice-no-ready-playlist = Poi di': fai una playlist.{" "}
notice-none-named-so = Nessuna calza.{" "}
notice-genres-unknown = Di questo non conosco il genere.{" "}
notice-mood-limit = Era già { $mood }, eccone ancora.{" "}
notice-never = Va bene, niente più { $name }.{" "}
feels-sad = Qualcosa per tirarti su:{" "}
feels-angry = Qualcosa per sbollire:{" "}
feels-calm = Qualcosa per staccare:{" "}
feels-happy = Qualcosa di allegro:{" "}
feels-energetic = Qualcosa per darti la carica:{" "}
notice-closest = Non trovo { $heard }, quindi { $about }.{" "}
opening-closest = Non trovo { $heard }. La cosa più vicina è { $about }:{" "}
also-asked-genre = Ancora { $about }:{" "}
also-mood = Un altro brano { $about }:{" "}
also-activity = Anche per { $about }:{" "}
also-mood-for = Un altro brano { $mood }, anche per { $about }:{" "}
also-era = Anche questo è del { $year }:{" "}
source-favourites = i tuoi preferiti
source-plays = i tuoi ultimi ascolti
source-saves = i tuoi brani salvati
source-followed = gli artisti che segui
source-playlists = le tue playlist
source-discovery = la musica nuova

## Motivi; ognuno segue «perché»

reason-unheard = è nuova per te
reason-fits = sta bene con quello che ascolti
reason-of-the-day = oggi il caso l'ha messa per prima
reason-of-the-demo = fa parte della demo
reason-name-fits = il nome fa al caso tuo
reason-top-track = l'hai ascoltato molto { $span ->
        [weeks] nelle ultime settimane
        [months] negli ultimi mesi
       *[years] nell'ultimo anno
    }
reason-top-artist = { $about } è tra i tuoi artisti preferiti { $span ->
        [weeks] di queste settimane
        [months] di questi mesi
       *[years] dell'ultimo anno
    }
reason-top-tracks = ti piacciono molto i brani di { $about }
reason-played = ultimamente ascolti molto { $about }
reason-saved = hai salvato brani di { $about }
reason-followed = segui { $about }
reason-playlist = è nella tua playlist { $about }
reason-playlist-since = è nella tua playlist { $about } da { $since }
reason-playlists = è nelle tue playlist { $about } e { $other }
reason-genre = ascolti spesso { $about }
reason-style = è { $about }
reason-mood = è un brano { $about }
reason-activity = va bene per { $about }
reason-asked-genre = è { $about }
reason-asked-artist = volevi qualcosa di { $about }
reason-era = l'album è uscito nel { $year }
reason-both = { $wish }, e { $reason }
wish-asked-genre = è { $about }
wish-mood = è un brano { $about }
wish-activity = va bene per { $about }
wish-genre-for = è { $genre }, ideale per { $about }
wish-genre-year = è { $genre } del { $year }
wish-genre-mood = è { $genre }, un brano piuttosto { $about }
wish-mood-for = è un brano { $mood } e va bene per { $about }
wish-kindred = è nello stile di { $about }
wish-era = è del { $year }
reason-genre-for = è { $genre }, ideale per { $about }
reason-genre-year = è { $genre } del { $year }
reason-genre-mood = è { $genre }, un brano piuttosto { $about }
reason-mood-for = è un brano { $mood } e va bene per { $about }
reason-kindred = è nello stile di { $about }
reason-liked = ti piace { $about }
reason-neighbour = chi ascolta { $about } ascolta anche { $artist }
reason-similar = somiglia a { $about }, che ascolti spesso
reason-liked-neighbour = somiglia a { $about }, che ti piace
reason-guest = conosci un brano di { $about } con { $artist }
reason-host = { $about } compare in un album di { $artist }
reason-partner = { $artist } ha un brano con { $about }, che ti piace
reason-joined = c'è anche { $about }
reason-listed = hai { $about } nelle tue playlist
reason-named = nel nome c'è { $about }, che ascolti spesso
reason-holds = ha brani di { $about }, che ascolti spesso
reason-top-artist-short = è tra i tuoi artisti preferiti { $span ->
        [weeks] del momento
        [months] di questi mesi
       *[years] dell'ultimo anno
    }
reason-top-tracks-short = ti piacciono molto i suoi brani
reason-played-short = ultimamente ascolti molto i suoi brani
reason-neighbour-short = piace a chi ascolta { $about }
reason-guest-short = conosci un suo brano con { $about }
reason-liked-short = ti è già piaciuto un altro suo brano
reason-listed-short = hai brani suoi nelle tue playlist

## Sullo schermo

screen-playlists = Le mie playlist
screen-recommend = Cosa dovrei ascoltare?
screen-next = Pagina successiva
screen-previous = Pagina precedente
screen-places = { $first }–{ $last } di { $total }
screen-another = Un altro
screen-again = Riprova
screen-why = Perché?
screen-more = Altri così
screen-hear = Ascolta
screen-save = Salva
screen-because = Perché { $reason }.
screen-by = Di { $owner }
screen-playing = { $run ->
        [paused] In pausa
       *[running] In riproduzione
    }
screen-song-saved = { $done ->
        [again] Già salvata
       *[new] Salvata
    }
screen-song-taken-off = { $done ->
        [again] Non era salvata
       *[new] Non è più salvata
    }
screen-song-added = { $done ->
        [again] Già in { $name }
       *[new] Aggiunta a { $name }
    }
screen-playlist-made = { $done ->
        [new] Nuova playlist
        [more] Playlist aggiornata
       *[again] Già nella playlist
    }
screen-open = Apri in { -service }
screen-demo = Prova la demo
screen-link-title = Collega il tuo account { -service }
screen-how = Come si ascolta
screen-say-this = Per ascoltarlo, di':
screen-quote = «{ $request }»
screen-link-card = Apri la scheda di { -skill } nell'app Alexa.
screen-link-scan = Inquadra questo codice con il telefono.
screen-link-open = Apri la pagina di { -skill }
screen-link-sign-in = Da lì accedi a { -service }.
screen-link-page = Collega { -service } nella pagina che si apre.
screen-link-then = Poi di': «Alexa, apri Scaffale dei dischi».
say-anything = Di': «Che cosa posso ascoltare?» o «Aiuto»
say-list = Di': «Avanti» o «Numero 3»
say-picks = Di': «Un altro», «Perché?» o «Mi piace»
say-picks-play = Di': «Mettila», «Un altro» o «Perché?»
say-playing = Di': «Altro così»
say-demo = Di': «Prova la demo»
touch-gone =
    .speech = Quello non c'è più. Che cosa vuoi invece?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
