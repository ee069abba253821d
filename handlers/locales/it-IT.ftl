### Ogni risposta è un messaggio; i ruoli sono spiegati in en-US.ftl.

-skill = Scaffale dei dischi
-service = Spotify

## Pezzi di frase

playlist-number = playlist numero { $number }
track-number = brano numero { $number }
artist-nameless = un artista senza nome
somebody-else = qualcun altro
track-by = { $title } di { $artist }
track-by-two = { $title } di { $artist } con { $guest }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } brano
       *[other] { $count } brani
    }
from-album = , dall'album { $album }
track-length = . Dura { $length }
playlist-length = , { $length } in tutto
playlist-length-at-least = , almeno { $length } in tutto
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
stale = { -service } non risponde in questo momento, quindi questo è di poco fa.{" "}
partial = Per ora sono riuscita a leggerne solo { $read } su { $total }.{" "}
unreadable = { $count ->
        [one] Lascio da parte una voce che non riesco a leggere.
       *[other] Lascio da parte { $count } voci che non riesco a leggere.
    }{" "}
list-changed = La tua libreria nel frattempo è cambiata, quindi riprendo da dove eravamo.{" "}
shelf-count = { $count ->
        [0] Non hai ancora nessuna playlist
        [one] Hai una playlist
       *[other] Hai { $count } playlist
    }
launch-hint = { $count ->
        [0] Posso comunque consigliarti qualcosa: chiedi, che cosa posso ascoltare.
       *[other] Puoi dire: leggi le mie playlist, aprirne una per nome, o chiedere che cosa ascoltare.
    }
launch-offer = { $count ->
        [0] Posso comunque consigliarti qualcosa: chiedi, che cosa posso ascoltare.
       *[other] Chiedi le tue playlist, una in particolare, o qualcosa da ascoltare.
    }

## All'apertura

launch =
    .speech = Ecco lo { -skill }. { shelf-count }. { launch-hint } Che cosa vuoi fare?
    .speech-2 = Ti do il benvenuto allo { -skill }. { shelf-count }. { launch-offer } Che cosa ti va?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
    .title = { -skill }
    .card =
        { shelf-count } su { -service }.
        Prova: «leggi le mie playlist», «apri» e il nome di una playlist, o «che cosa posso ascoltare».
launch-named =
    .speech = Ciao { $name }. { shelf-count }. { launch-hint } Che cosa vuoi fare?
    .speech-2 = È bello risentirti, { $name }. { shelf-count }. { launch-offer } Che cosa ti va?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
    .title = { -skill }
    .card =
        Ciao { $name }. { shelf-count } su { -service }.
        Prova: «leggi le mie playlist», «apri» e il nome di una playlist, o «che cosa posso ascoltare».
launch-without-playlists =
    .speech = Ti do il benvenuto allo { -skill }. In questo momento non riesco a leggere le tue playlist, ma puoi chiedere che cosa ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi dire: che cosa posso ascoltare. Che cosa vuoi fare?
launch-unlinked =
    .speech = Ecco lo { -skill }. Leggo ad alta voce le tue playlist di { -service }, ne trovo una per nome e ti consiglio musica adatta ai tuoi gusti. Per farlo devo vedere la tua libreria: collega il tuo account { -service } con la scheda nell'app Alexa. Oppure di': prova la demo, per sentire come funziono. Che cosa vuoi fare?
    .reprompt = Di': prova la demo, o collega il tuo account nell'app Alexa. Che cosa vuoi fare?

## Lo scaffale

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Hai { shelf-total }: { $items }. { open-which }
        [first] Hai { shelf-total }. Le prime { $last } sono { $items }. Di' avanti per continuare, o il nome di una da aprire. Quale scegli?
        [middle] Dalla { $first } alla { $last } su { $total }: { $items }. Di' avanti, o un nome. Quale scegli?
       *[last] Per finire: { $items }. Quale apro?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Sul tuo scaffale: { $items }. { open-which }
        [first] Sul tuo scaffale ci sono { shelf-total }, a cominciare da { $items }. Di' avanti per proseguire, o un nome. Quale scegli?
        [middle] Poi vengono { $items }. Erano dalla { $first } alla { $last } su { $total }. Ne apro una, o vado avanti?
       *[last] E infine { $items }. Quale apro?
    }
    .reprompt = Di' avanti, indietro, o il nome di una playlist. Quale scegli?
    .title = Le tue playlist, da { $first } a { $last } su { $total }
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
    .speech = Nella tua libreria di { -service } non c'è ancora nessuna playlist. Quando ne creerai o seguirai una, te la leggerò. Intanto posso comunque consigliarti qualcosa: chiedi, che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?

## Una playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name }: { track-total }{ $length }, cioè { $items }. E adesso, che cosa vuoi fare?
        [first] { $name }: { track-total }{ $length }. Comincia con { $items }. Di' avanti per altri. Che cosa vuoi fare?
        [middle] Brani da { $first } a { $last } su { $total }: { $items }. Di' avanti per altri. Che cosa vuoi fare?
       *[last] Finisce con { $items }. E adesso, che cosa vuoi fare?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Ecco { $name }, { track-total }{ $length }: { $items }. E adesso, che cosa vuoi fare?
        [first] Ecco { $name }, { track-total }{ $length }. Per primi { $items }. Di' avanti per continuare. Che cosa vuoi fare?
        [middle] Poi { $items }. Siamo a { $last } su { $total }. Vado avanti, o vuoi altro?
       *[last] E alla fine { $items }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Di' avanti, indietro, o il nome di un'altra playlist. Che cosa vuoi fare?
    .title = { $name }, da { $first } a { $last } su { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [one] un brano
       *[other] { $total } brani
    }
tracks-none =
    .speech = In { $name } non c'è ancora niente. Quale altra playlist apro?
    .reprompt = Di' il nome di una playlist. Quale scegli?
track-details =
    .speech = Il numero { $number } è { $track }{ $album }{ $length }. E adesso, che cosa vuoi fare?
    .reprompt = Di' avanti, un numero, o il nome di una playlist. Che cosa vuoi fare?
playlist-long =
    .speech = { $partial }{ $name }: { track-total }{ $length }. E adesso, che cosa vuoi fare?
    .reprompt = Di' apri, avanti, o il nome di una playlist. Che cosa vuoi fare?
playlist-maker =
    .speech = { $maker ->
        [mine] { $name } è tua: l'hai creata tu. E adesso, che cosa vuoi fare?
        [together] { $name } è stata iniziata da { $owner }, e più persone aggiungono brani. E adesso, che cosa vuoi fare?
        [shared] Più persone aggiungono brani a { $name }. E adesso, che cosa vuoi fare?
        [unknown] Non so chi ha creato { $name }. E adesso, che cosa vuoi fare?
       *[theirs] { $name } è di { $owner }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Puoi chiedere quanto dura, o dire il nome di un'altra playlist. Che cosa vuoi fare?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Le ultime novità in { $name }: { $items }{ $since }. E adesso, che cosa vuoi fare?
        [first] Le ultime novità in { $name }: { $items }{ $since }. Di' avanti per quelle precedenti. Che cosa vuoi fare?
        [middle] Prima ancora { $items }. Di' avanti per altro. Che cosa vuoi fare?
       *[last] E all'inizio { $items }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Di' avanti, o il nome di un'altra playlist. Che cosa vuoi fare?
    .title = Novità in { $name }
    .card =
        { $lines }
        { $source }
news-since = . L'ultima aggiunta risale al { $date }
news-none =
    .speech = In { $name } non c'è ancora niente. Quale altra playlist apro?
    .reprompt = Di' il nome di una playlist. Quale scegli?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } appartiene a { $owner }, e { -service } mi lascia leggere solo le playlist che sono tue o che modifichi insieme ad altri. Quale delle tue apro al suo posto?
       *[other] { -service } non mi lascia leggere { $name }. Posso leggere quasi tutte le playlist che sono tue o che modifichi insieme ad altri. Quale altra apro?
    }
    .reprompt = Di' il nome di una tua playlist. Quale scegli?
playlist-gone =
    .speech = Quella playlist non è più sul tuo scaffale. Quale altra apro?
    .reprompt = Di' il nome di una playlist. Quale scegli?

## Salvati, ascoltati, amati

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Hai salvato { $items }. E adesso, che cosa vuoi fare?
        [first] Gli ultimi che hai salvato: { $items }. Di' avanti per quelli precedenti. Che cosa vuoi fare?
        [middle] Prima ancora { $items }. Di' avanti per altri. Che cosa vuoi fare?
       *[last] E prima di quelli { $items }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Di' avanti, un numero, o: leggi le mie playlist. Che cosa vuoi fare?
    .title = Salvati di recente
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Nella tua libreria non ci sono ancora brani salvati. Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Hai ascoltato { $items }. E adesso, che cosa vuoi fare?
        [first] Di recente hai ascoltato { $items }. Di' avanti per quello che c'era prima. Che cosa vuoi fare?
        [middle] Prima ancora { $items }. Di' avanti per altro. Che cosa vuoi fare?
       *[last] E prima di tutto questo { $items }. E adesso, che cosa vuoi fare?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] I tuoi ultimi ascolti: { $items }. E adesso, che cosa vuoi fare?
        [first] I tuoi ultimi ascolti: { $items }. Di' avanti per andare più indietro. Che cosa vuoi fare?
        [middle] Più indietro { $items }. Di' avanti per continuare. Che cosa vuoi fare?
       *[last] E più lontano nel tempo { $items }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Di' avanti, o chiedi che cosa puoi ascoltare. Che cosa vuoi fare?
    .title = Ascoltati di recente
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { -service } non mi dice di niente che tu abbia ascoltato di recente. Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
during = { $span ->
        [weeks] nelle ultime quattro settimane
        [years] nel corso degli anni
       *[months] negli ultimi sei mesi
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] I tuoi artisti preferiti { during }: { $items }. E adesso, che cosa vuoi fare?
        [first] Gli artisti che hai ascoltato di più { during } sono { $items }. Di' avanti per altri. Che cosa vuoi fare?
        [middle] Poi vengono { $items }. Di' avanti per altri. Che cosa vuoi fare?
       *[last] E poi { $items }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Di' avanti, o indica un periodo, per esempio: i miei artisti preferiti di sempre. Che cosa vuoi fare?
    .title = I tuoi artisti preferiti { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } sa troppo poco di quello che hai ascoltato { during }. Prova: i miei artisti preferiti di sempre. Che cosa vuoi fare?
    .reprompt = Puoi dire: i miei artisti preferiti di sempre. Che cosa vuoi fare?
artist-details =
    .speech = Il numero { $number } è { $name }{ $genres }. Di': qualcosa come { $name }, e cerco altro. Che cosa vuoi fare?
    .reprompt = Di' avanti, o: qualcosa come { $name }. Che cosa vuoi fare?
artist-genres = , genere { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Le tue canzoni preferite { during }: { $items }. E adesso, che cosa vuoi fare?
        [first] Le canzoni che hai ascoltato di più { during } sono { $items }. Di' avanti per altre. Che cosa vuoi fare?
        [middle] Poi vengono { $items }. Di' avanti per altre. Che cosa vuoi fare?
       *[last] E poi { $items }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Di' avanti, o indica un periodo, per esempio: le mie canzoni preferite di sempre. Che cosa vuoi fare?
    .title = Le tue canzoni preferite { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } sa troppo poco di quello che hai ascoltato { during }. Prova: le mie canzoni preferite di sempre. Che cosa vuoi fare?
    .reprompt = Puoi dire: le mie canzoni preferite di sempre. Che cosa vuoi fare?

## Novità di chi si segue

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Novità degli ultimi tre mesi: { $items }. E adesso, che cosa vuoi fare?
        [first] Novità degli ultimi tre mesi: { $items }. Di' avanti per altre. Che cosa vuoi fare?
        [middle] Poi { $items }. Di' avanti per altre. Che cosa vuoi fare?
       *[last] E { $items }. E adesso, che cosa vuoi fare?
    }
    .reprompt = Di' avanti, o un numero per saperne di più. Che cosa vuoi fare?
    .title = Nuove uscite
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Su { -service } non segui ancora nessun artista, quindi non so di chi chiedere.
        [one] L'artista che segui non ha pubblicato niente negli ultimi tre mesi.
       *[other] I { $artists } artisti che segui e ascolti di più non hanno pubblicato niente negli ultimi tre mesi.
    } Che cosa vuoi fare invece?
    .reprompt = Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
releases-partial = { $count ->
        [one] Per uno dei tuoi artisti non sono riuscita a controllare.
       *[other] Per { $count } dei tuoi artisti non sono riuscita a controllare.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Il numero { $number } è { $album }{ $total ->
        [0] {""}
        [one] , un solo brano
       *[other] , { $total } brani
    }{ $day }. E adesso, che cosa vuoi fare?
    .reprompt = Di' avanti, un numero, o: leggi le mie playlist. Che cosa vuoi fare?
released-on = , data di uscita: { $date }
released-in = , uscito nel { $date }

## Dove si trova una canzone

which-song =
    .speech = Di': in quale playlist c'è, e poi il titolo. Quale canzone cerchi?
    .reprompt = Di': in quale playlist c'è, e il titolo. Quale canzone è?
song-there =
    .speech = { $heard } è in { $name }. Ho cercato { searched-of }. La apro?
    .reprompt = Apro { $name }?
song-where =
    .speech = { $heard } è in { $names }{ $more ->
        [0] {""}
       *[other] , e in { $more ->
            [one] un'altra
           *[other] altre { $more }
        }
    }. Ho cercato { searched-of }. Quale apro?
    .reprompt = Di' il nome di una playlist. Quale apro?
song-nowhere =
    .speech = Non ho trovato { $heard }. Ho cercato { searched-of }. Di': in quale playlist c'è, e un altro titolo, o: leggi le mie playlist. Che cosa vuoi fare?
    .reprompt = Di': in quale playlist c'è, e un titolo. Quale canzone è?
searched-of = { $total ->
        [0] in zero playlist, perché non ce n'è nessuna che possa leggere
        [one] nella tua unica playlist
       *[other] { $left ->
            [0] in tutte le { $total } playlist che posso leggere
           *[other] in { $searched } delle { $total } playlist che posso leggere
        }
    }

## L'account

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Sul tuo scaffale non c'è ancora nessuna playlist. Che cosa vuoi fare invece?
        [one] Sul tuo scaffale c'è una playlist. La apro, o che cosa vuoi fare?
       *[other] Sul tuo scaffale ci sono { $count } playlist; { own-among }. Che cosa vuoi fare?
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
    .speech = È l'account { -service } di { $name }. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
account-sample =
    .speech = Non è collegato nessun account: questo è lo scaffale d'esempio incluso. Per sentire la tua musica, collega il tuo account { -service } nell'app Alexa. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
account-nameless =
    .speech = C'è un account { -service } collegato, ma non ha un nome che io possa dire. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
refreshed =
    .speech = Ho riletto la tua libreria. { shelf-count }. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
refresh-later =
    .speech = In questo momento non ci sono riuscita. Quello che so della tua libreria si aggiornerà presto da solo. Che cosa vuoi fare invece?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
forget-me =
    .speech = Dimenticherei tutto quello che ho letto nella tua libreria e quello che mi hai detto che ti piace. Il tuo account { -service } resta com'è. Lo faccio?
    .reprompt = Dimentico tutto? Sì o no?
forgotten =
    .speech = Fatto. Ho dimenticato quello che sapevo di te. Per scollegare anche il tuo account, disattiva la skill nell'app Alexa. A presto.
forget-later =
    .speech = In questo momento non riesco ad accedere alla mia memoria. Chiedimelo di nuovo tra poco; quello che resta scade da solo entro due settimane.

## La demo

demo =
    .speech = Ecco uno scaffale d'esempio con musica d'altri tempi. Chiedimi di leggere le tue playlist, di aprire Deep Focus, o di': che cosa posso ascoltare. Che cosa vuoi fare?
    .speech-2 = Immagina che questo scaffale di musica d'altri tempi sia tuo. Di': leggi le mie playlist, apri Ragtime Party, o: che cosa posso ascoltare. Che cosa ti va?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
demo-needless =
    .speech = Non ti serve la demo: la tua libreria è già collegata. Di': leggi le mie playlist, o: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
progress =
    .speech = Un momento, guardo subito.
    .speech-2 = Do un'occhiata alla tua musica.

## Trovare quella giusta

which-playlist =
    .speech = Quale playlist intendi?
    .speech-2 = Quale scegli?
    .reprompt = Di' il nome di una playlist, o: leggi le mie playlist. Quale scegli?
did-you-mean =
    .speech = Ho trovato { $name }. È quella?
    .speech-2 = Intendevi { $name }?
    .reprompt = Di' sì per { $name }, o dimmi un altro nome. È quella?
did-you-mean-which =
    .speech = Intendevi { $first }, o { $second }?
    .speech-2 = È { $first }, o { $second }?
    .reprompt = Di' la prima o la seconda, o dimmi un altro nome. Qual è?
no-such-playlist =
    .speech = Ho sentito { $heard }, ma sul tuo scaffale non c'è una playlist così. Ripetimi il nome, o di': leggi le mie playlist. Quale scegli?
    .speech-2 = Non ho trovato una playlist chiamata { $heard }. Prova ancora una volta, o di': leggi le mie playlist. Quale scegli?
    .reprompt = Di' il nome di una playlist, o: leggi le mie playlist. Quale scegli?
no-such-playlist-partial =
    .speech = Non ho trovato una playlist chiamata { $heard }. { $partial }Prova ancora una volta, o di': leggi le mie playlist. Quale scegli?
    .reprompt = Di' il nome di una playlist, o: leggi le mie playlist. Quale scegli?

yes-to-nothing =
    .speech = Volentieri, ma a che cosa? Puoi dire: leggi le mie playlist, o chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
no-not-that =
    .speech = Va bene, non quella. Dimmi un altro nome, o di': leggi le mie playlist, e scegli per numero. Quale scegli?
    .reprompt = Dimmi un nome, o di': leggi le mie playlist. Quale scegli?
no-then-what =
    .speech = Va bene. Che cosa vuoi fare invece?
    .reprompt = Puoi dire: leggi le mie playlist, o stop. Che cosa vuoi fare?
which-number =
    .speech = Quale numero intendi?
    .reprompt = Di' un numero della lista, o il nome di una playlist. Quale scegli?

## Dentro una lista

list-end =
    .speech = La lista finisce qui. Di' indietro, ricomincia, o un nome. Che cosa vuoi fare?
    .reprompt = Di' ricomincia, o il nome di una playlist. Che cosa vuoi fare?
list-start =
    .speech = Questo è l'inizio della lista. Di' avanti, o un nome. Che cosa vuoi fare?
    .reprompt = Di' avanti, o il nome di una playlist. Che cosa vuoi fare?
list-no-such =
    .speech = { $total ->
        [one] In questa lista ce n'è uno solo. Di' ripeti per risentirlo. Che cosa vuoi fare?
       *[other] Questa lista va da uno a { $total }. Quale numero vuoi?
    }
    .reprompt = Di' un numero, o avanti. Quale scegli?
list-unreadable =
    .speech = In questa lista c'è qualcosa, ma ora non riesco a leggere niente. Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
nothing-to-page =
    .speech = In questo momento non sto leggendo nessuna lista, quindi non c'è un seguito. Di': leggi le mie playlist, per cominciare. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?

## Aiuto, e quello che nessuno capisce

help =
    .speech = Di': leggi le mie playlist. Oppure: apri, e il nome di una playlist. O chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
help-list =
    .speech = Di' avanti o indietro per muoverti, o un nome o un numero per saperne di più. Di': leggi le mie playlist, per tornare allo scaffale. Che cosa vuoi fare?
    .reprompt = Di' avanti, o un nome. Che cosa vuoi fare?
help-which =
    .speech = Dimmi il nome di una delle tue playlist, come lo diresti a un amico. O di': leggi le mie playlist. Quale scegli?
    .reprompt = Dimmi un nome, o di': leggi le mie playlist. Quale scegli?
help-meant =
    .speech = Di' sì o no, o la prima, o la seconda. Puoi anche ripetere il nome. Qual è?
    .reprompt = Di' la prima o la seconda, o un nome. Qual è?
help-confirm =
    .speech = Di' sì e lo faccio, o no e tutto resta com'è. Lo faccio?
    .reprompt = Sì o no?
help-unlinked =
    .speech = Leggo ad alta voce le playlist di { -service } e consiglio musica. Di': prova la demo, per sentire come. Per la tua musica, collega il tuo account { -service } nell'app Alexa. Che cosa vuoi fare?
    .reprompt = Di': prova la demo. Che cosa vuoi fare?
fallback =
    .speech = Non ho capito. Puoi dire: leggi le mie playlist, o chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
    .speech-2 = Qui mi perdo. Prova: leggi le mie playlist, o: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
fallback-list =
    .speech = Non ho capito. Di' avanti, indietro, o il nome di una playlist. Che cosa vuoi fare?
    .reprompt = Di' avanti, o il nome di una playlist. Che cosa vuoi fare?
fallback-which =
    .speech = Non ho colto il nome. Puoi anche dire: leggi le mie playlist, e scegliere per numero. Quale scegli?
    .reprompt = Dimmi un nome, o di': leggi le mie playlist. Quale scegli?
fallback-meant =
    .speech = Non ho capito. Di' la prima o la seconda, o ripeti il nome. Qual è?
    .reprompt = Di' la prima o la seconda. Qual è?
fallback-confirm =
    .speech = Non ho capito. Sì o no?
    .reprompt = Sì o no?
fallback-unlinked =
    .speech = Non ho capito. Di': prova la demo, per sentire come funziono, o aiuto. Che cosa vuoi fare?
    .reprompt = Di': prova la demo, o aiuto. Che cosa vuoi fare?
goodbye =
    .speech = A presto.
    .speech-2 = Alla prossima.

## Quando qualcosa va storto

apology-not-linked =
    .speech = Per questo devo vedere la tua libreria di { -service }, e il tuo account non è ancora collegato. Apri l'app Alexa: ti ho lasciato una scheda per collegarlo.
apology-link-expired =
    .speech = { -service } non mi lascia più entrare nella tua libreria: succede ogni pochi mesi, o quando l'accesso viene revocato. Collega di nuovo il tuo account con la scheda nell'app Alexa.
apology-scope-missing =
    .speech = Hai collegato il tuo account prima che io sapessi farlo, quindi manca un'autorizzazione. Collega di nuovo il tuo account { -service } con la scheda nell'app Alexa.
apology-not-admitted =
    .speech = { -service } non mi lascia ancora vedere la tua libreria: chi gestisce questa skill deve prima aggiungere il tuo account al suo elenco. Chiedilo a loro.
apology-forbidden =
    .speech = { -service } non mi lascia leggerlo.
apology-premium-required =
    .speech = { -service } lo offre solo agli account Premium.
apology-not-found =
    .speech = Non lo trovo più; forse nel frattempo è stato rimosso. Che cosa vuoi fare invece?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
apology-no-active-device =
    .speech = In questo momento { -service } non è aperto su nessun dispositivo.
apology-rate-limited =
    .speech = { -service } mi chiede di rallentare. Riprova { wait }.
apology-quota-exceeded =
    .speech = Oggi hanno chiesto in così tanti che { -service } non vuole più domande da me. Riprova { wait }.
apology-rejected =
    .speech = { -service } non ha capito la mia domanda. Mi dispiace; è colpa mia, non tua. Più tardi prova qualcos'altro.
apology-unavailable =
    .speech = In questo momento non riesco a raggiungere { -service }. Riprova tra poco.
apology-too-slow =
    .speech = { -service } ci mette troppo a rispondere. Riprova tra un attimo.
apology-unreadable =
    .speech = { -service } mi ha dato una risposta che non so leggere. Riprova tra poco.
apology-deadline =
    .speech = Ci vuole più tempo di quanto ne abbia per pensarci. Chiedimelo di nuovo: la seconda volta spesso è più veloce.
apology-provider =
    .speech = Non sono riuscita ad averlo da { -service }. Riprova tra poco.
apology-busy =
    .speech = In questo momento chiedono più persone di quante io possa servire. Riprova tra un attimo.
apology-unexpected =
    .speech = Qualcosa è andato storto da parte mia. Mi dispiace. Riprova tra poco.

## Che cosa ascoltare

picks =
    .speech = { $notice }{ $count ->
        [one] Che ne dici di { $items }? L'ho scelto perché { $reason }. Ti piace?
       *[other] Che ne dici di { $items }? Ho scelto il primo perché { $reason }. Di' un altro per continuare. Ti piace il primo?
    }
    .speech-2 = { $notice }{ $count ->
        [one] Ci sarebbe { $items }, perché { $reason }. Fa per te?
       *[other] Ascolta { $items }. Il primo, perché { $reason }. Di' un altro, perché, o non questo. Il primo fa per te?
    }
    .speech-3 = { $notice }{ $count ->
        [one] Io ti farei sentire { $items }, perché { $reason }. Ti andrebbe?
       *[other] Io ti farei sentire { $items }. Il numero uno, perché { $reason }. Ti andrebbe, o ne vuoi un altro?
    }
    .reprompt = Di' mi piace, non questo, perché, o un altro. Che ne pensi?
    .title = Per te
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Non ricordo più che cosa ti avevo consigliato. Chiedi: che cosa posso ascoltare, per qualcosa di nuovo. Che cosa vuoi fare?
    .reprompt = Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
picks-dry =
    .speech = È tutto quello che ho per te oggi. Di' ricomincia per risentirlo, o chiedi altro, per esempio qualcosa di calmo. Che cosa vuoi fare?
    .speech-2 = Per oggi non ho altro. Di' ricomincia, o indica un umore o un genere. Che cosa vuoi fare?
    .reprompt = Di' ricomincia, o chiedi qualcosa di calmo. Che cosa vuoi fare?
pick-details =
    .speech = Il numero { $number } è { $track }{ $album }{ $length }. L'ho scelto perché { $reason }. Ti piace?
    .reprompt = Di' mi piace, non questo, altro così, o un altro. Ti piace?
why =
    .speech = Ho scelto { $track } per questo: { $reasons }. Mi segno che ti piace?
    .speech-2 = A favore di { $track }: { $reasons }. Ti piace?
    .reprompt = Di' mi piace, non questo, o un altro. Ti piace?
    .title = Perché questo?
    .card =
        { $track }: { $reasons }.
        { $source }
why-nothing =
    .speech = Non ho ancora consigliato niente. Chiedi: che cosa posso ascoltare, e poi: perché. Che cosa vuoi fare?
    .reprompt = Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Non conosco ancora i tuoi gusti: non c'è niente che tu abbia ascoltato o salvato che mi faccia da guida.
       *[other] Non conosco ancora i tuoi gusti, perché non ho potuto vedere tutto quello che ascolti e salvi.
    } Dimmi un nome, per esempio: consigliami qualcosa come Nina Simone. Quale artista ti piace?
    .reprompt = Di': consigliami qualcosa come, e il nome di un artista. Quale artista ti piace?
wish-unmet =
    .speech = { $gaps }Non ho trovato niente per { $heard }, e non conosco ancora i tuoi gusti. Dimmi un nome, per esempio: consigliami qualcosa come Nina Simone. Quale artista ti piace?
    .reprompt = Di': consigliami qualcosa come, e il nome di un artista. Quale artista ti piace?
rediscover-none =
    .speech = { $count ->
        [0] Non hai nessuna playlist tua in cui io possa cercare. Chiedi piuttosto: che cosa posso ascoltare. Che cosa vuoi fare?
        [one] Ho cercato in una delle tue playlist, e hai ascoltato tutto di recente. Richiedimelo domani, o chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
       *[other] Ho cercato in { $count } delle tue playlist, e hai ascoltato tutto di recente. Richiedimelo domani, o chiedi: che cosa posso ascoltare. Che cosa vuoi fare?
    }
    .reprompt = Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Che ne dici di { $items }? { $total ->
            [one] Ci ho pensato perché { $reason }.
           *[other] Ho pensato alla prima perché { $reason }.
        } { open-which }
        [first] Che ne dici di { $items }? Ho pensato alla prima perché { $reason }. Di' avanti per altre. Quale apro?
       *[other] C'è anche { $items }. Quale apro?
    }
    .reprompt = Di' il nome di una playlist, la prima, o avanti. Quale apro?
    .title = Playlist per te, da { $first } a { $last } su { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Sul tuo scaffale non c'è nessuna playlist che io possa consigliarti. Chiedi piuttosto: che cosa posso ascoltare. Che cosa vuoi fare?
    .reprompt = Puoi chiedere: che cosa posso ascoltare. Che cosa vuoi fare?

## Prima di un consiglio; ogni frase finisce con uno spazio

notices = { $first }{ $then }
notice-again = Hai già sentito tutto quello che ho per oggi, quindi ricomincio da capo.{" "}
notice-unmet = Non ho trovato niente per { $heard }, ma questi fanno comunque per te.{" "}
notice-nothing-new = Per ora non ho trovato niente di nuovo, ma questo potrebbe piacerti.{" "}
notice-nothing-familiar = Quello che ti piace l'hai già ascoltato, quindi ecco qualcosa di nuovo.{" "}
notice-heard = Questi li conosci già.{" "}
notice-playlists = Questi vengono dalle tue playlist.{" "}
notice-searched = { $count ->
        [one] Ho cercato in una delle tue playlist quello che non ascolti da un po'.{" "}
       *[other] Ho cercato in { $count } delle tue playlist quello che non ascolti da un po'.{" "}
    }
notice-liked = Bene, mi ricorderò che ti piace { $track }.{" "}
notice-disliked = Va bene, niente di simile a { $track } per un po'.{" "}
notice-more-like = Altro sullo stile di { $track }.{" "}
notice-missing = Per ora ho dovuto fare senza questo: { $sources }.{" "}
notice-scope = Non ho ancora il permesso di vedere questo: { $sources }; collega di nuovo il tuo account per aggiungerlo.{" "}
source-favourites = i tuoi preferiti
source-plays = i tuoi ultimi ascolti
source-saves = i tuoi brani salvati
source-followed = gli artisti che segui
source-playlists = le tue playlist
source-discovery = la musica nuova

## Motivi; ognuno segue «perché»

reason-fits = si accorda con quello che ascolti
reason-of-the-day = oggi è il suo turno
reason-top-track = è tra i brani che hai ascoltato di più { $span ->
        [weeks] nelle ultime settimane
        [months] negli ultimi mesi
       *[years] nel corso degli anni
    }
reason-top-artist = { $about } è tra i tuoi artisti preferiti { $span ->
        [weeks] delle ultime settimane
        [months] degli ultimi mesi
       *[years] di sempre
    }
reason-top-tracks = { $count ->
        [one] uno
       *[other] { $count }
    } dei tuoi brani preferiti { $span ->
        [weeks] delle ultime settimane
        [months] degli ultimi mesi
       *[years] di sempre
    } { $count ->
        [one] è di { $about }
       *[other] sono di { $about }
    }
reason-played = { $count ->
        [one] hai ascoltato { $about } di recente
       *[other] { $count } dei tuoi ultimi ascolti erano di { $about }
    }
reason-saved = { $count ->
        [one] hai salvato un brano di { $about }
       *[other] hai salvato { $count } brani di { $about }
    }
reason-followed = segui { $about }
reason-playlist = è nella tua playlist { $about }
reason-genre = è { $about }, come { $count ->
        [one] un artista
       *[other] { $count } artisti
    } che ascolti
reason-mood = va bene per un momento { $about }
reason-activity = va bene per { $about }
reason-asked-genre = è { $about }, come hai chiesto
reason-asked-artist = è di { $about }
reason-kindred = è il tipo di musica che fa { $about }
reason-liked = ti è piaciuto { $about }
reason-named = nel nome c'è { $about }, che ascolti spesso
reason-holds = { $count ->
        [one] uno dei suoi brani è
       *[other] { $count } dei suoi brani sono
    } di { $about }, che ascolti spesso

## Sullo schermo

screen-playlists = Le mie playlist
screen-recommend = Cosa dovrei ascoltare?
screen-next = Avanti
screen-previous = Indietro
screen-another = Qualcos'altro
screen-demo = Prova la demo
screen-link-title = Collega il tuo account { -service }
screen-link-text = Apri l'app Alexa sul telefono: lì la scheda di { -skill } collega il tuo account { -service }.
touch-gone =
    .speech = Quello non c'è più; nel frattempo la tua libreria è cambiata. Che cosa vuoi fare invece?
    .reprompt = Puoi dire: leggi le mie playlist. Che cosa vuoi fare?
