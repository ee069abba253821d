### Chaque réponse est un message ; les rôles sont expliqués dans en-US.ftl.

-skill = Étagère à disques
-service = Spotify

## Morceaux de phrases

playlist-number = playlist numéro { $number }
playlist-of-size = { $name } avec { $count ->
        [one] un titre
       *[other] { $count } titres
    }
playlist-of-owner = { $name } de { $owner }
playlist-at = { $name }, numéro { $number }
track-number = titre numéro { $number }
artist-nameless = un artiste sans nom
track-by = { $title } de { $artist }
track-by-two = { $title } de { $artist } avec { $guest }
track-of-album = { $track } sur { $album }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } titre
       *[other] { $count } titres
    }
from-album = , sur l'album { $album }
from-album-of-year = , sur l'album { $album }, sorti en { $year }
of-year = , sorti en { $year }
track-length = . Ça dure { $length }
playlist-length = , { $length } en tout
playlist-length-at-least = , au moins { $length } en tout
playlist-length-unknown = , mais je ne vois pas combien de temps elle dure
seconds = { $count ->
        [1] une seconde
       *[other] { $count } secondes
    }
minutes = { $count ->
        [1] une minute
       *[other] { $count } minutes
    }
hours = { $hours ->
        [1] une heure
       *[other] { $hours } heures
    }
hours-and-minutes = { hours } et { $minutes ->
        [1] une minute
       *[other] { $minutes } minutes
    }
wait = { $unit ->
        [minutes] { $count ->
            [1] dans une minute
           *[other] dans { $count } minutes
        }
        [hours] { $count ->
            [1] dans une heure environ
           *[other] dans { $count } heures environ
        }
        [tomorrow] demain
       *[later] plus tard
    }
from-service = Source : { -service }
from-sample = Source : l'étagère d'exemple intégrée
stale = Je ne reçois rien de plus récent de { -service } en ce moment, voici donc ce que je savais { $unit ->
        [minutes] { $count ->
            [1] il y a une minute
           *[other] il y a { $count } minutes
        }
        [hours] { $count ->
            [1] il y a une heure environ
           *[other] il y a { $count } heures environ
        }
       *[later] tout à l'heure
    }.{" "}
partial = Je n'ai pu en lire que { $read } sur { $total } pour l'instant.{" "}
unreadable = { $count ->
        [1] Je laisse de côté un élément que je ne peux pas lire.
       *[other] Je laisse de côté { $count } éléments que je ne peux pas lire.
    }{" "}
ago = { $unit ->
        [minutes] { $count ->
            [one] il y a une minute
           *[other] il y a { $count } minutes
        }
        [days] il y a { $count } jours
       *[hours] { $count ->
            [one] il y a environ une heure
           *[other] il y a environ { $count } heures
        }
    }
list-changed = Votre bibliothèque a changé entre-temps, je reprends donc là où nous en étions.{" "}
shelf-count = { $count ->
        [0] aucune playlist pour l'instant
        [1] une playlist
       *[other] { $count } playlists
    }
## À l'ouverture

launch =
    .speech = Bonjour, ici { -skill }. Vous avez { shelf-count }. Je vous choisis quelque chose à écouter ?
    .speech-2 = Ici { -skill }. Vous avez { shelf-count }. Voulez-vous que je choisisse quelque chose ?
    .speech-3 = Bienvenue dans { -skill }. Vous avez { shelf-count }. Je vous trouve quelque chose à écouter ?
    .reprompt = Vous pouvez aussi dire : lis mes playlists. Je choisis quelque chose ?
    .title = { -skill }
    .card =
        Vous avez { shelf-count } sur { -service }.
        Essayez : « lis mes playlists », « ouvre » et un nom, ou « qu'est-ce que je pourrais écouter ».
launch-named =
    .speech = Bonjour { $name }. Vous avez { shelf-count }. Je vous choisis quelque chose à écouter ?
    .speech-2 = Bonjour { $name }. Vous avez { shelf-count }. Voulez-vous que je choisisse quelque chose ?
    .speech-3 = Bienvenue, { $name }. Vous avez { shelf-count }. Je vous trouve quelque chose à écouter ?
    .reprompt = Vous pouvez aussi dire : lis mes playlists. Je choisis quelque chose ?
    .title = { -skill }
    .card =
        Bonjour { $name }. Vous avez { shelf-count } sur { -service }.
        Essayez : « lis mes playlists », « ouvre » et un nom, ou « qu'est-ce que je pourrais écouter ».
launch-without-playlists =
    .speech = Bienvenue dans { -skill }. Je ne peux pas lire vos playlists pour l'instant, mais vous pouvez me demander quoi écouter. Que voulez-vous ?
    .reprompt = Vous pouvez dire : qu'est-ce que je pourrais écouter. Que voulez-vous ?
launch-unlinked =
    .speech = Bonjour, ici { -skill }. Pour votre musique à vous, associez { -service } dans l'appli Alexa. Voulez-vous essayer la démo ?
    .reprompt = Associez { -service } dans l'appli Alexa. Voulez-vous essayer la démo ?

## La fin d'une réponse

what-next =
    .words = Et maintenant ?
    .words-2 = Autre chose ?
    .words-3 = Que voulez-vous d'autre ?
what-then =
    .words = Que voulez-vous ?
    .words-2 = Que puis-je faire pour vous ?
go-on =
    .words = Vous voulez la suite ?
    .words-2 = Je continue ?
play-it =
    .words = Je le lance ?
    .words-2 = Vous voulez l'écouter ?
like-it =
    .words = Ça vous plaît ?
    .words-2 = Ça vous dit ?
still-open = { $kind ->
        [which] Quelle playlist ?
        [meant] Alors, laquelle ?
        [one] C'était bien celle-là ?
        [artist] Quel artiste ?
        [song] Quel titre ?
        [number] Quel numéro ?
        [speaker] Quelle enceinte ?
        [demo] Voulez-vous essayer la démo ?
       *[recommend] Je choisis quelque chose ?
    }

## L'étagère

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vous avez { shelf-total } : { $items }. { open-which }
        [first] Vous avez { shelf-total }. Les { $last } premières sont { $items }. Laquelle, ou la suite ?
        [middle] Ensuite, { $items }. Laquelle, ou la suite ?
        [again] Voici { $items }. Laquelle, ou la suite ?
       *[last] Et les dernières, { $items }. Laquelle ?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] En tout { shelf-total } : { $items }. { open-which }
        [first] Il y en a { $total }. D'abord { $items }. Laquelle, ou la suite ?
        [middle] Puis { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et pour finir, { $items }. Laquelle ?
    }
    .reprompt = Dites la suite, ou le nom d'une playlist. Laquelle ?
    .screen = Vos playlists
    .title = Vos playlists, { $first } à { $last } sur { $total }
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [1] Je l'ouvre ?
       *[other] Laquelle j'ouvre ?
    }
shelf-total = { $total ->
        [1] une playlist
       *[other] { $total } playlists
    }
playlists-none =
    .speech = Vous n'avez pas encore de playlist. Je peux quand même vous trouver de la musique. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?

## Une playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name }, c'est { track-total }{ $length } : { $items }. { $asks ->
            [1] Je la lance ?
           *[0] Autre chose ?
        }
        [first] { $name }, c'est { track-total }{ $length }. Au début, { $items }. { $asks ->
            [1] Je la lance ?
           *[0] Je continue ?
        }
        [middle] Ensuite, { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et à la fin, { $items }. Autre chose ?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Voici { $name }, { track-total }{ $length } : { $items }. { $asks ->
            [1] Je la lance ?
           *[0] Et maintenant ?
        }
        [first] Voici { $name }, { track-total }{ $length }. D'abord { $items }. { $asks ->
            [1] Je la lance ?
           *[0] Vous voulez la suite ?
        }
        [middle] Puis { $items }. Vous voulez la suite ?
        [again] Voici { $items }. Vous voulez la suite ?
       *[last] Et pour finir, { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou une autre playlist. Que voulez-vous ?
    .title = { $name }, { $first } à { $last } sur { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [1] un titre
       *[other] { $total } titres
    }
tracks-none =
    .speech = Il n'y a encore rien dans { $name }. Quelle autre playlist j'ouvre ?
    .reprompt = Quelle playlist ?
track-details =
    .speech = Le numéro { $number }, c'est { $track }{ $album }{ $length }. Et maintenant ?
    .reprompt = Dites la suite, un numéro, ou une playlist. Que voulez-vous ?
album-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] L'album { $name }, c'est { track-total }{ $length } : { $items }. Autre chose ?
        [first] L'album { $name }, c'est { track-total }{ $length }. Au début, { $items }. Je continue ?
        [middle] Ensuite, { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et à la fin, { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
    .title = { $name }, { $first } à { $last } sur { $total }
    .card =
        { $lines }
        { $source }
album-tracks-none =
    .speech = Je ne trouve pas de titre sur cet album. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
album-unknown =
    .speech = Je ne sais pas de quel album vous parlez. Demandez-moi une chanson, puis dites : qu'est-ce qu'il y a sur cet album. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
item-by =
    .speech = C'est de { $artists }{ $album }. Et maintenant ?
    .speech-2 = Ça, c'est { $artists }{ $album }. Et maintenant ?
    .reprompt = Dites : plus comme ça, ou un numéro. Que voulez-vous ?
song-facts =
    .speech = C'est { $track }{ $album }{ $year }{ $length }. Et maintenant ?
    .reprompt = Dites : joue ça, ou : plus comme ça. Que voulez-vous ?
namesakes =
    .speech = { $changed }Plusieurs titres s'appellent { $title }, de { $items }. Lequel ?
    .reprompt = Dites un numéro, ou de qui il est. Lequel ?
    .title = Titres nommés { $title }
    .card =
        { $lines }
        { $source }
namesakes-none =
    .speech = Je ne trouve pas de titre { $title }. Et maintenant ?
    .reprompt = Que voulez-vous ?
no-such-song =
    .speech = Je ne trouve pas de titre qui s'appelle { $heard }. Et maintenant ?
    .reprompt = Dites le titre et de qui il est. Que voulez-vous ?
artist-facts =
    .speech = { $name }{ $genres }. { $newest }Et maintenant ?
    .reprompt = Dites : quelque chose comme { $name }. Que voulez-vous ?
artist-facts-no-genre =
    .speech = { $newest }Je ne connais pas le genre. Et maintenant ?
    .reprompt = Dites : quelque chose comme { $name }. Que voulez-vous ?
artist-newest = La dernière sortie de { $name }, c'est { $album }, en { $year }. {""}
artist-newest-of-it = La dernière sortie, c'est { $album }, en { $year }. {""}
artist-new =
    .speech = Du nouveau de { $name } : { $items }. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
artist-nothing-new =
    .speech = Rien ces derniers temps. { $newest }Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
artist-no-release =
    .speech = Je ne vois aucune sortie de { $name }. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
no-such-artist =
    .speech = Je ne trouve pas d'artiste qui s'appelle { $heard }. Et maintenant ?
    .reprompt = Redites le nom, ou : quoi écouter. Que voulez-vous ?
artist-whom =
    .speech = Dites : parle-moi de l'artiste, et un nom. De qui parlez-vous ?
    .reprompt = Dites : parle-moi de l'artiste, et un nom. De qui parlez-vous ?
item-long =
    .speech = { $name }, ça dure { $length }. Et maintenant ?
    .reprompt = Dites : plus comme ça, ou un numéro. Que voulez-vous ?
playlist-has =
    .speech = { $partial }Oui, { $name } contient { $items }{ $more ->
        [0] {""}
        [1] , et un autre
       *[other] , et { $more } autres
    }. Et maintenant ?
    .reprompt = Dites ouvre, ou une autre playlist. Que voulez-vous ?
playlist-lacks =
    .speech = { $partial }Non, je ne trouve pas { $heard } dans { $name }. Je cherche dans vos autres playlists ?
    .reprompt = Je cherche dans vos autres playlists ?
playlist-artists =
    .speech = { $partial }{ $songs ->
        [1] { $name } contient un titre de chacun : { $items }
       *[other] Le plus souvent dans { $name } : { $items }
    }{ $more ->
        [0] {""}
        [1] , et un autre
       *[other] , et { $more } autres
    }. Et maintenant ?
    .reprompt = Dites ouvre, ou une autre playlist. Que voulez-vous ?
playlist-genre-unknown =
    .speech = { $partial }Je ne vois rien comme { $genre } dans { $name }, mais je ne connais pas le genre de chaque titre. Et maintenant ?
    .reprompt = Dites ouvre, ou une autre playlist. Que voulez-vous ?
playlist-shorter =
    .speech = Il n'y a que { $songs } dans { $name }. Et maintenant ?
    .reprompt = Dites ouvre, ou une autre playlist. Que voulez-vous ?
nothing-to-compare =
    .speech = Je ne le sais pas pour ces titres. Et maintenant ?
    .reprompt = Dites ouvre, ou une autre playlist. Que voulez-vous ?
playlist-long =
    .speech = { $partial }{ $name }, c'est { track-total }{ $length }.{ $song } Et maintenant ?
    .reprompt = Dites ouvre, ou une autre playlist. Que voulez-vous ?
song-playing-by = La chanson est de { $artists }{ $album }.{" "}
song-playing-long = {" "}Cette chanson dure { $length }.
playlist-maker =
    .speech = { $maker ->
        [mine] { $song }{ $name }, c'est vous qui l'avez créée. Et maintenant ?
        [together] { $song }{ $name } est de { $owner }, et plusieurs personnes y ajoutent des titres. Et maintenant ?
        [shared] { $song }Plusieurs personnes ajoutent des titres à { $name }. Et maintenant ?
        [nameless] { $song }{ $name } n'est pas de vous, mais { -service } ne donne pas de nom. Et maintenant ?
        [unknown] { $song }Je ne sais pas qui a créé { $name }. Et maintenant ?
       *[theirs] { $song }{ $name } est de { $owner }. Et maintenant ?
    }
    .reprompt = Demandez combien de temps elle dure, ou dites une autre playlist. Que voulez-vous ?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Nouveau dans { $name } : { $items }{ $since }. Et maintenant ?
        [first] Nouveau dans { $name } : { $items }{ $since }. Je remonte plus loin ?
        [middle] Avant, { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et tout au début, { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou une autre playlist. Que voulez-vous ?
    .title = Nouveautés de { $name }
    .card =
        { $lines }
        { $source }
news-since = . Le dernier ajout date du { $date }
news-none =
    .speech = Il n'y a encore rien dans { $name }. Quelle autre playlist j'ouvre ?
    .reprompt = Quelle playlist ?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } est de { $owner }, et { -service } ne me laisse pas la lire. Laquelle des vôtres j'ouvre ?
       *[other] { -service } ne me laisse pas lire { $name }. Laquelle j'ouvre à la place ?
    }
    .reprompt = Dites le nom de l'une de vos playlists. Laquelle j'ouvre ?
playlist-gone =
    .speech = Cette playlist n'est plus là. Laquelle j'ouvre à la place ?
    .reprompt = Quelle playlist ?

## Enregistré, écouté, aimé

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vous avez enregistré { $items }. Et maintenant ?
        [first] En dernier, vous avez enregistré { $items }. Je remonte plus loin ?
        [middle] Avant, { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et les tout premiers, { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
    .title = Enregistrés dernièrement
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Vous n'avez pas encore enregistré de titre. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] En dernier, vous avez écouté { $items }. Et maintenant ?
           *[other] { heard-when }, vous avez écouté en dernier { $items }. Et maintenant ?
        }
        [only] { $when ->
            [ever] Vous avez écouté { $items }. Et maintenant ?
           *[other] { heard-when }, vous avez écouté { $items }. Et maintenant ?
        }
        [first] { $when ->
            [ever] En dernier, vous avez écouté { $items }. Je remonte plus loin ?
           *[other] { heard-when }, vous avez écouté { $items }. Vous voulez la suite ?
        }
        [middle] Avant, { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et avant tout ça, { $items }. Et maintenant ?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] En dernier, vous avez écouté { $items }. Et maintenant ?
           *[other] { heard-when }, vous avez écouté en dernier { $items }. Et maintenant ?
        }
        [only] { $when ->
            [ever] Dernièrement, vous avez écouté { $items }. Et maintenant ?
           *[other] { heard-when }, vous avez écouté { $items }. Et maintenant ?
        }
        [first] { $when ->
            [ever] Dernièrement, c'était { $items }. Vous voulez la suite ?
           *[other] { heard-when }, vous avez écouté { $items }. Vous voulez la suite ?
        }
        [middle] Plus loin, { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et tout au début, { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .title = Écoutés dernièrement
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { $when ->
        [ever] { -service } ne me montre rien de ce que vous avez écouté. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
       *[other] { heard-when } ? Je ne vois rien. { $known }Et maintenant ?
    }
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
heard-when = { $when ->
        [today] Aujourd'hui
        [today-morning] Ce matin
        [today-afternoon] Cet après-midi
        [today-evening] Ce soir
        [yesterday] Hier
        [yesterday-morning] Hier matin
        [yesterday-afternoon] Hier après-midi
        [last-night] Hier soir
        [day-before] Avant-hier
        [monday] Lundi
        [tuesday] Mardi
        [wednesday] Mercredi
        [thursday] Jeudi
        [friday] Vendredi
        [saturday] Samedi
        [sunday] Dimanche
        [weekend] Ce week-end
        [week] Cette semaine
        [last-week] La semaine dernière
       *[back-then] À l'époque
    }
heard-last = La dernière, c'était { $track }.{" "}
heard-back-to = { -service } ne remonte que jusqu'au { $date }.{" "}
during = { $span ->
        [weeks] ces quatre dernières semaines
        [years] depuis un an environ
       *[months] ces six derniers mois
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] En tête { during } : { $items }. Et maintenant ?
        [only] Vos artistes préférés { during } : { $items }. Et maintenant ?
        [first] Vos artistes préférés { during } sont { $items }. Vous voulez la suite ?
        [middle] Puis { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et puis { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou : mes artistes préférés de toujours. Que voulez-vous ?
    .title = Vos artistes préférés { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } ne connaît pas vos artistes préférés { during }. Essayez : mes artistes préférés de toujours. Que voulez-vous ?
    .reprompt = Dites : mes artistes préférés de toujours. Que voulez-vous ?
at-least = au moins{" "}
songs-by-artist =
    .speech = { $saved ->
        [0] { $more ->
            [0] Je ne vois aucun titre de { $artist } chez vous. Et maintenant ?
           *[other] Rien d'enregistré de { $artist }, mais il y en a au moins { $more } dans vos playlists. Et maintenant ?
        }
        [one] Vous avez enregistré { $least }un titre de { $artist }{ $more ->
            [0] {""}
           *[other] , et il y en a au moins { $more } autres dans vos playlists
        }. Et maintenant ?
       *[other] Vous avez enregistré { $least }{ $saved } titres de { $artist }{ $more ->
            [0] {""}
           *[other] , et il y en a au moins { $more } autres dans vos playlists
        }. Et maintenant ?
    }
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
top-genres =
    .speech = D'après vos artistes préférés { during }, surtout { $genres }. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
top-genres-unknown =
    .speech = { -service } ne me dit pas les genres. Les artistes que vous écoutez le plus : { $artists }. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
last-heard =
    .speech = Votre dernière écoute de { $track }, c'était { $ago }. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
last-heard-unknown =
    .speech = Je ne vois pas { $what } dans vos dernières écoutes. { $known }Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
followed =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vous suivez { followed-total } : { $items }. Et maintenant ?
        [first] Vous suivez { followed-total }. Les premiers sont { $items }. Vous voulez la suite ?
        [middle] Puis { $items }. Je continue ?
       *[last] Et puis { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
    .title = Artistes que vous suivez
    .card =
        { $lines }
        { $source }
followed-total = { $total ->
        [1] un artiste
       *[other] { $total } artistes
    }
followed-none =
    .speech = Vous ne suivez encore aucun artiste sur { -service }. Dites : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Dites : qu'est-ce que je pourrais écouter. Que voulez-vous ?
artist-details =
    .speech = Le numéro { $number }, c'est { $name }{ $genres }. { $newest }Et maintenant ?
    .reprompt = Dites la suite, ou : quelque chose comme { $name }. Que voulez-vous ?
artist-genres = , genre : { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Votre titre préféré { during } : { $items }. Et maintenant ?
        [only] Vos titres préférés { during } : { $items }. Et maintenant ?
        [first] Vos titres préférés { during } sont { $items }. Vous voulez la suite ?
        [middle] Puis { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et puis { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou : mes titres préférés de toujours. Que voulez-vous ?
    .title = Vos titres préférés { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } ne connaît pas vos titres préférés { during }. Essayez : mes titres préférés de toujours. Que voulez-vous ?
    .reprompt = Dites : mes titres préférés de toujours. Que voulez-vous ?

## Du nouveau chez les artistes suivis

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Sortis ces trois derniers mois : { $items }. Et maintenant ?
        [first] Sortis ces trois derniers mois : { $items }. Vous voulez la suite ?
        [middle] Puis { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
    .title = Nouvelles sorties
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Vous ne suivez pas encore d'artiste sur { -service }.
        [1] L'artiste que vous suivez n'a rien sorti ces trois derniers mois.
       *[other] Les { $artists } artistes que vous suivez et écoutez le plus n'ont rien sorti ces trois derniers mois.
    } Que voulez-vous d'autre ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
releases-partial = { $count ->
        [1] Je n'ai pas pu vérifier un de vos artistes.
       *[other] Je n'ai pas pu vérifier { $count } de vos artistes.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Le numéro { $number }, c'est { $album }{ $total ->
        [0] {""}
        [1] , un seul titre
       *[other] , { $total } titres
    }{ $day }. Et maintenant ?
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
released-on = , sorti le { $date }
released-in = , sorti en { $date }

## Du nouveau depuis la dernière question

arrivals =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { arrivals-since } : { $items }. Et maintenant ?
        [first] { arrivals-since } : { $items }. Je continue ?
        [middle] Puis { $items }. Je continue ?
        [again] Voici { $items }. Je continue ?
       *[last] Et { $items }. Et maintenant ?
    }
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
    .title = Du nouveau pour vous
    .card =
        { $lines }
        { $source }
arrivals-since = { $since ->
        [week] Du nouveau depuis une semaine
       *[visit] Du nouveau pour vous
    }
arrival-song = { $track } dans { $name }
arrival-release = le nouveau { $album }
arrival-row = { $artists } · { $name }
arrival-details =
    .speech = Le numéro { $number }, c'est { $track }{ $album }. { $by ->
        [others] Quelqu'un d'autre l'a mis dans { $name }.
       *[listener] Il a été ajouté à { $name }.
    } Et maintenant ?
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
release-details =
    .speech = Le numéro { $number }, c'est { $album }{ $day }. Vous suivez { $artist }. Et maintenant ?
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
arrivals-all =
    .speech = C'est tout ce que j'ai trouvé de nouveau. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
arrivals-none =
    .speech = { $partial }{ $checked ->
        [both] { nothing-since } dans vos playlists, ni chez les artistes que j'ai vérifiés aujourd'hui.
        [some] { nothing-since } dans les playlists que j'ai vérifiées, ni chez les artistes que j'ai vérifiés aujourd'hui.
        [playlists] { nothing-since } dans vos playlists.
        [some-playlists] { nothing-since } dans les playlists que j'ai vérifiées.
        [artists] { nothing-since } chez les artistes que j'ai vérifiés aujourd'hui.
       *[nothing] Vous n'avez pas de playlist à vous et ne suivez aucun artiste : je n'ai rien à vérifier.
    } Que voulez-vous d'autre ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
nothing-since = { $since ->
        [week] Rien de nouveau depuis une semaine
       *[visit] Rien de nouveau
    }
arrivals-partial = Je n'ai pas pu tout vérifier.{" "}

## Où se trouve un titre

which-song =
    .speech = Quel titre cherchez-vous ?
    .reprompt = Dites-moi le titre. Lequel ?
song-where =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { song-found }. J'ai cherché dans { searched-of }. { open-or-look }
        [first] { song-found }, { on-more }. J'en ouvre une, ou la suite ?
        [middle] Puis dans { $items }. J'en ouvre une, ou la suite ?
        [again] Voici { $items }. Laquelle, ou la suite ?
       *[last] Et enfin dans { $items }. J'ai cherché dans { searched-of }. { open-or-look }
    }
    .reprompt = Dites un nom, un numéro, ou : cherche encore. Laquelle ?
    .screen = Où se trouve { $heard }
    .title = Où se trouve { $heard }
    .card =
        { $lines }
        { $source }
song-found = { $earlier ->
        [0] J'ai trouvé { $heard } dans { $items }
       *[other] C'est aussi dans { $items }
    }
on-more = { $left ->
        [0] et dans { more-lists }
       *[other] et dans au moins { more-lists }
    }
more-lists = { $more ->
        [1] une autre
       *[other] { $more } autres
    }
open-or-look = { $left ->
        [0] { open-which }
       *[other] { $total ->
            [1] Je l'ouvre, ou je cherche encore ?
           *[other] Laquelle, ou je cherche encore ?
        }
    }
song-where-none =
    .speech = Je ne trouve plus ces playlists. Quel titre cherchez-vous ?
    .reprompt = Dites : où est, et un titre. Que voulez-vous ?
song-not-yet =
    .speech = { $earlier ->
        [0] Je n'ai pas encore trouvé { $heard }.
       *[other] Rien de plus pour l'instant.
    } J'ai cherché dans { searched-of }. Je continue à chercher ?
    .reprompt = Je continue à chercher { $heard } ?
song-nowhere =
    .speech = { $earlier ->
        [0] Je ne trouve pas { $heard }.
       *[other] Je n'ai trouvé { $heard } nulle part ailleurs.
    } J'ai cherché dans { searched-of }. { ask }
    .reprompt = { ask }
searched-of = { $readable ->
        [0] aucune playlist, parce que vous n'en avez créé ni modifié aucune
        [1] votre seule playlist
       *[other] { $left ->
            [0] les { $readable } playlists créées par vous ou partagées
           *[other] { $searched } des { $readable } playlists créées par vous ou partagées
        }
    }

## Le compte

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Vous n'avez pas encore de playlist. Que voulez-vous ?
        [1] Vous avez une playlist. Je l'ouvre ?
       *[other] Vous avez { $count } playlists ; { own-among }. Que voulez-vous ?
    }
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
own-among = { $unknown ->
        [0] { $others ->
                [0] toutes sont à vous
               *[other] { $own ->
                    [0] aucune n'est à vous
                    [1] une seule est à vous
                   *[other] { $own } sont à vous
                }
            }
       *[other] { $own ->
            [0] je ne sais pas lesquelles sont à vous
            [1] au moins une est à vous
           *[other] au moins { $own } sont à vous
        }
    }
account-of =
    .speech = C'est le compte { -service } de { $name }. Et maintenant ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
account-sample =
    .speech = Aucun compte n'est associé, c'est la démo. Pour votre musique à vous, associez { -service } dans l'appli Alexa. Et maintenant ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
account-nameless =
    .speech = Un compte { -service } est associé, mais il n'a pas de nom que je puisse dire. Et maintenant ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
refreshed =
    .speech = J'ai actualisé votre bibliothèque. Vous avez { shelf-count }. Et maintenant ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
refresh-later =
    .speech = Je ne peux pas l'actualiser maintenant. Ça se fera bientôt tout seul. Que voulez-vous d'autre ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
what-i-keep =
    .speech = Rassurez-vous : je garde votre bibliothèque un jour, et mes idées, vos avis et vos demandes de nouveautés deux semaines. Dites : oublie-moi, et j'efface tout. Et maintenant ?
    .reprompt = Dites : oublie-moi, ou : qu'est-ce que je pourrais écouter. Que voulez-vous ?
forget-me =
    .speech = J'oublie ce que j'ai lu dans votre bibliothèque et ce qui vous a plu. Votre compte { -service } reste comme il est. D'accord ?
    .reprompt = J'oublie tout ? Oui ou non ?
forgotten =
    .speech = C'est fait. J'ai oublié ce que je savais de vous. Pour dissocier aussi votre compte, désactivez la skill dans l'appli Alexa. Au revoir !
forget-later =
    .speech = Je ne peux pas le faire maintenant. Redemandez-moi dans un petit moment. Ce qui reste s'efface tout seul en deux semaines.

link-account =
    .speech = J'ai mis une carte dans votre appli Alexa. Ouvrez-la et connectez-vous à { -service }.
link-account-done =
    .speech = Votre compte { -service } est associé. Pour le dissocier, désactivez la skill dans l'appli Alexa. Que voulez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?

## La démo

demo =
    .speech = Voici une démo avec de la musique ancienne. Je vous choisis quelque chose ?
    .speech-2 = Faisons comme si cette musique ancienne était à vous. Je choisis quelque chose ?
    .reprompt = Vous pouvez aussi dire : lis mes playlists. Je choisis quelque chose ?
demo-declined =
    .speech = D'accord. Pour votre musique à vous, associez { -service } avec la carte dans l'appli Alexa. À bientôt !
demo-needless =
    .speech = Pas besoin de démo : votre bibliothèque est associée. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
progress =
    .speech = Un instant.
    .speech-2 = Je regarde.

## Trouver la bonne

which-playlist =
    .speech = Quelle playlist ?
    .speech-2 = Laquelle de vos playlists ?
    .reprompt = Dites le nom d'une playlist, ou : lis mes playlists. Laquelle ?
which-owner =
    .speech = De quel titre, ou de quelle playlist ?
    .reprompt = Dites le nom d'un titre ou d'une playlist. Lequel ?
ask = { $ask ->
        [offer] Je vous choisis quelque chose ?
        [artist] Quel artiste aimez-vous ?
        [name] Redites le nom, ou : lis mes playlists. Laquelle ?
        [title] Un autre titre ?
        [shelf] Dites : lis mes playlists, pour les entendre. Que voulez-vous ?
       *[next] Que voulez-vous ?
    }
did-you-mean =
    .speech = J'ai trouvé { $name }. C'est bien elle ?
    .speech-2 = Vous voulez dire { $name } ?
    .reprompt = Dites oui, ou un autre nom. C'est { $name } ?
did-you-mean-which =
    .speech = Vous voulez dire { $first }, ou { $second } ?
    .speech-2 = C'est { $first }, ou { $second } ?
    .reprompt = La première ou la deuxième ?
did-you-mean-number =
    .speech = Il y en a { $total } qui s'appellent { $name }. { $counted ->
        [years] Quelle année ?
       *[numbers] Quel numéro ?
    }
    .reprompt = { $counted ->
        [years] Dites une année.
       *[numbers] Dites un numéro.
    } Laquelle ?
    .title = { $name } : laquelle ?
    .card =
        { $lines }
        { $source }
did-you-mean-some =
    .speech = { $more ->
        [0] J'en ai trouvé { $total } : { $items }. Laquelle ?
       *[other] J'en ai trouvé { $total }. Les premières sont { $items }. Laquelle ?
    }
    .reprompt = Dites un nom ou un numéro. Laquelle ?
    .title = Laquelle ?
    .card =
        { $lines }
        { $source }
no-such-playlist =
    .speech = Je ne trouve pas de playlist qui s'appelle { $heard }. { ask }
    .speech-2 = Parmi vos playlists, il n'y a pas { $heard }. { ask }
    .reprompt = { ask }
no-such-playlist-partial =
    .speech = Je n'ai pas trouvé de playlist qui s'appelle { $heard }. { $partial }{ ask }
    .reprompt = { ask }

question-dropped =
    .speech = D'accord, laissons ça. Vous pouvez dire : lis mes playlists. Que voulez-vous ?
    .speech-2 = Essayons autre chose. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
yes-to-nothing =
    .speech = Bien sûr. Qu'est-ce qui vous ferait plaisir ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
no-not-that =
    .speech = D'accord, pas celle-là. Dites un autre nom, ou : lis mes playlists. Laquelle ?
    .reprompt = Dites un nom, ou : lis mes playlists. Laquelle ?
no-then-what =
    .speech = D'accord. Que voulez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists, ou stop. Que voulez-vous ?
which-number =
    .speech = Quel numéro ?
    .reprompt = Dites un numéro, ou un nom. Lequel ?

## Avancer dans une liste

list-end =
    .speech = C'est la fin de la liste. Et maintenant ?
    .reprompt = Dites recommence, ou un nom. Que voulez-vous ?
list-start =
    .speech = C'est le début de la liste. Et maintenant ?
    .reprompt = Dites la suite, ou un nom. Que voulez-vous ?
list-no-such =
    .speech = { $total ->
        [1] Il n'y en a qu'un dans cette liste. Je le relis ?
       *[other] Cette liste va de un à { $total }. Quel numéro ?
    }
    .reprompt = Dites un numéro, ou la suite. Lequel ?
list-count =
    .speech = { $total ->
        [1] Il n'y en a qu'un dans cette liste.
       *[other] Il y en a { $total } dans cette liste.
    } Et maintenant ?
    .reprompt = Dites : plus comme ça, ou un numéro. Que voulez-vous ?
list-unreadable =
    .speech = Il y a quelque chose sur cette liste, mais je ne peux rien en lire pour l'instant. Vous pouvez dire : lis mes playlists. Que voulez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
nothing-to-repeat =
    .speech = Je n'ai rien à répéter. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
offer-again =
    .speech = Je vous trouve quelque chose à écouter ?
    .reprompt = Je vous trouve quelque chose à écouter ?
nothing-to-page =
    .speech = Je ne lis pas de liste en ce moment. Je vous trouve quelque chose à écouter ?
    .reprompt = Vous pouvez aussi dire : lis mes playlists. Je vous trouve quelque chose ?

## What plays now

playing =
    .speech = { $run ->
        [paused] Vous avez mis en pause { $track }.
       *[running] Vous écoutez { $track }.
    } Et maintenant ?
    .reprompt = Dites : plus dans ce genre. Que voulez-vous ?
    .title = En cours
    .card =
        { $track }
        { $source }
playing-podcast =
    .speech = { $run ->
        [paused] Vous avez mis en pause un podcast, { $track }.
       *[running] C'est un podcast, { $track }.
    } Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter ? Que voulez-vous ?
playing-liked =
    .speech = C'est noté, { $track } vous plaît.
playing-none =
    .speech = { $what ->
        [ad] C'est une pub qui passe en ce moment.
        [hidden] { -service } ne dit pas ce qui passe.
       *[silent] Rien ne passe sur votre { -service } en ce moment.
    } Je vous trouve quelque chose ?
    .reprompt = Je vous trouve quelque chose à écouter ?

## Enregistrer

song-is-saved =
    .speech = Oui, { $track } est dans vos titres enregistrés. Et maintenant ?
    .reprompt = Dites : joue ça, ou : plus comme ça. Que voulez-vous ?
song-not-saved =
    .speech = Non, { $track } n'est pas enregistré. Je regarde dans vos playlists ?
    .reprompt = Je regarde dans vos playlists ?
song-chosen =
    .speech = { $track } : bon choix. Pour l'écouter, dites : joue ça. Et maintenant ?
    .speech-2 = Va pour { $track }. Pour l'écouter, dites : joue ça. Et maintenant ?
    .reprompt = Dites : joue ça, ou : une autre. Que voulez-vous ?
saving-off =
    .speech = Je ne peux ni enregistrer de titres ni modifier vos playlists. L'appli { -service }, oui. Je vous trouve quelque chose à écouter ?
    .reprompt = Je vous trouve quelque chose à écouter ?
saving-sample =
    .speech = Ce n'est que la démo, je ne peux rien y enregistrer. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
saving-refused =
    .speech = { -service } ne me laisse pas modifier ça. Que voulez-vous à la place ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
save-which =
    .speech = Dites par exemple : enregistre la deuxième. Quel titre ?
    .reprompt = Dites : enregistre, puis le numéro. Quel titre ?
no-song-named =
    .speech = Je ne sais pas de quel titre vous parlez. Je vous en trouve un ?
    .reprompt = Je vous trouve un titre ?
save-not =
    .speech = { $why ->
        [local] C'est un fichier à vous, { -service } ne peut pas l'enregistrer.
        [podcast] C'est un podcast, et je n'enregistre que des titres.
       *[other] Je ne peux enregistrer que des titres.
    } Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
song-saved =
    .speech = { $done ->
        [again] Vous aviez déjà enregistré { $track }.
       *[new] J'ai enregistré { $track }.
    } Et maintenant ?
    .reprompt = Pour annuler, dites : retire-le. Que voulez-vous ?
added-stays =
    .speech = Je ne peux rien retirer d'une playlist, ça se fait dans l'appli { -service }. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
song-taken-off =
    .speech = { $done ->
        [again] Vous n'aviez pas enregistré { $track }.
       *[new] J'ai retiré { $track } de vos titres enregistrés.
    } Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
song-added =
    .speech = { $done ->
        [again] { $track }, c'est déjà dans { $name }.
       *[new] J'ai ajouté { $track } à { $name }.
    } Et maintenant ?
    .reprompt = Dites par exemple : ouvre { $name }. Que voulez-vous ?
add-theirs =
    .speech = { $maker ->
        [theirs] { $name } est de { $owner }, je ne peux rien y ajouter.
       *[other] { -service } ne me laisse rien ajouter à { $name }.
    } Laquelle des vôtres ?
    .reprompt = Dites le nom d'une de vos playlists. Laquelle ?
playlist-made =
    .speech = { $done ->
        [new] J'ai créé une playlist privée, { $name }, avec { $songs }.
        [more] J'ai ajouté { $songs } à { $name }.
       *[again] Tout est déjà dans { $name }.
    } Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
song-count = { $count ->
        [one] un titre
       *[other] { $count } titres
    }
make-nothing =
    .speech = Il n'y a pas encore de titres pour une playlist. Je vous en trouve ?
    .reprompt = Je vous trouve un titre ?
playlist-of-day = { -skill }, { $date }
playlist-made-by = Créée par { -skill }, une skill pour Alexa.

## L'aide, et ce que personne ne comprend

help =
    .speech = Demandez : qu'est-ce que je pourrais écouter, ou : quoi de neuf pour moi. Ou dites : lis mes playlists, ou : quoi d'autre. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter, ou : quoi d'autre. Que voulez-vous ?
    .screen =
        Vous pouvez dire :
        « Qu'est-ce que je pourrais écouter ? »
        « Quoi de neuf pour moi ? »
        « Lis mes playlists »
        « Ouvre » et un nom
        « Quoi d'autre ? »
help-find =
    .speech = Demandez : où est, ou : qui chante, et un titre. { $able ->
        [3] Pour un titre, dites : mets-le, ou : enregistre-le.
        [1] Pour un titre, dites : enregistre-le.
        [2] Pour un titre, dites : mets-le.
       *[other] Pour une playlist, dites : ouvre, et son nom.
    } Et pour la suite : quoi d'autre. Que voulez-vous ?
    .reprompt = Dites : quoi d'autre, pour la suite. Que voulez-vous ?
    .screen =
        Vous pouvez dire :
        « Où est » et un titre
        « Qui chante » et un titre
        « Ouvre » et un nom
        « Quoi d'autre ? »
help-taste =
    .speech = Dites une ambiance, un artiste ou une décennie. Ou : ça me plaît, pas ça, ou : ne me recommande plus, et un nom. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .screen =
        Vous pouvez dire :
        Une ambiance, un artiste ou une décennie
        « Ça me plaît » ou « Pas ça »
        « Ne me recommande plus » et un nom
able-to =
    .speech = { $capability ->
        [can-save] Oui. Quand je cite un titre, dites : enregistre-le, ou : ajoute-le à, et une playlist.
        [can-make] Oui. Après quelques titres, dites : fais-en une playlist.
       *[can-play] Oui, là où { -service } est ouvert. Dites : mets, et un nom.
    } Je vous trouve quelque chose à écouter ?
    .speech-2 = { $capability ->
        [can-save] Bien sûr. Dès que je cite un titre, dites : enregistre-le, ou : ajoute-le à, et une playlist.
        [can-make] Bien sûr. Dès que j'ai cité quelques titres, dites : fais-en une playlist.
       *[can-play] Bien sûr, si { -service } est ouvert quelque part. Dites : mets, et un nom.
    } Je vous trouve quelque chose ?
    .reprompt = Je vous trouve quelque chose à écouter ?
about-skill =
    .speech = { $capability ->
        [cost] C'est gratuit. Il vous suffit d'un compte { -service }, même gratuit.{ $able ->
            [0] {""}
            [1] {""}
           *[other] {" "}Seule la lecture sur vos appareils demande Premium.
        }
        [premium] { $able ->
            [0] Non, un compte gratuit suffit.
            [1] Non, un compte gratuit suffit.
           *[other] Seulement pour la lecture sur vos appareils. Pour le reste, un compte gratuit suffit.
        }
        [family] Oui. Toute personne dont Alexa connaît la voix peut associer son { -service }. Les autres partagent celui-ci.
        [listening] Je ne vous entends pas. C'est Alexa qui écoute, et je ne reçois que les mots de vos demandes.
        [sharing] Je ne vends rien et je ne transmets rien : j'interroge { -service }, et Alexa vous donne la réponse. Pour tout effacer, dites : oublie-moi.
        [password] Je ne vois jamais votre mot de passe : vous l'avez saisi sur la page de { -service }.
       *[maker] Non, je suis une skill indépendante, ni de { -service } ni d'Amazon. Je ne lis que votre musique sur { -service }, et seulement si vous l'autorisez.
    } Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Et maintenant ?
about-password-unlinked =
    .speech = Je ne vois jamais votre mot de passe. Vous vous connectez chez { -service }, depuis la carte dans votre appli Alexa. Que voulez-vous savoir d'autre ?
    .reprompt = Dites : lance la démo. Que voulez-vous ?
help-list =
    .speech = Dites la suite ou précédent, ou un nom ou un numéro pour en savoir plus. Que voulez-vous ?
    .reprompt = Dites la suite, ou un nom. Que voulez-vous ?
    .screen =
        Vous pouvez dire :
        « Suivant » ou « Précédent »
        Un numéro ou un nom
help-picks =
    .speech = Dites : { $asks ->
        [1] mets-le, j'aime,
       *[other] j'aime, pas celui-là,
    } un autre, ou pourquoi. Retour, pour quitter les suggestions. Que voulez-vous ?
    .reprompt = Dites : un autre, ou pourquoi. Que voulez-vous ?
    .screen =
        Vous pouvez dire :
        { $asks ->
            [1] « Mets-le » ou « J'aime »
           *[other] « J'aime » ou « Pas celui-là »
        }
        « Un autre » ou « Pourquoi ? »
        « Retour », pour quitter les suggestions
help-artist =
    .speech = Dites simplement le nom d'un groupe ou d'un artiste. Qui ?
    .reprompt = Dites le nom d'un artiste. Qui donc ?
help-song =
    .speech = Dites simplement le titre. Lequel ?
    .reprompt = Dites un titre. Lequel ?
help-which =
    .speech = Dites le nom d'une de vos playlists, ou : lis mes playlists. Laquelle ?
    .reprompt = Dites un nom, ou : lis mes playlists. Laquelle ?
help-meant =
    .speech = Dites oui ou non, la première ou la deuxième, ou redites le nom. Laquelle ?
    .reprompt = La première ou la deuxième ?
help-speaker =
    .speech = Dites le nom d'une enceinte, ou la première ou la deuxième. Laquelle ?
    .reprompt = Dites le nom d'une enceinte, ou : la première. Laquelle ?
help-confirm =
    .speech = Dites oui et je le fais, ou non et je ne fais rien. D'accord ?
    .reprompt = Oui ou non ?
help-unlinked =
    .speech = Je connais vos playlists { -service } et je recommande de la musique. Dites : lance la démo, ou associez { -service } dans l'appli Alexa. Que voulez-vous ?
    .reprompt = Dites : lance la démo. Que voulez-vous ?
    .screen = Je connais vos playlists { -service } et je recommande de la musique. Dites « Lance la démo », ou associez { -service } dans l'appli Alexa.
help-unlinked-more =
    .speech = Je choisis de la musique, je dis les nouveautés et je trouve où est un titre. Pour essayer, dites : lance la démo. Que voulez-vous ?
    .reprompt = Dites : lance la démo. Que voulez-vous ?
fallback =
    .speech = Je n'ai pas compris. Demandez : qu'est-ce que je pourrais écouter, ou dites : lis mes playlists. Que voulez-vous ?
    .speech-2 = Ça, je ne sais pas faire. Essayez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .speech-3 = Pardon, je n'ai pas compris. Essayez : lis mes playlists. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .screen = Je n'ai pas compris.
fallback-list =
    .speech = Je n'ai pas compris. Dites la suite, ou un numéro. Que voulez-vous ?
    .speech-2 = Pardon, je n'ai pas compris. La suite, ou un numéro ?
    .reprompt = Dites la suite, ou un numéro. Que voulez-vous ?
    .screen = Je n'ai pas compris.
fallback-picks =
    .speech = Je n'ai pas compris. Dites : { $asks ->
        [1] mets-le
       *[other] j'aime
    }, un autre, ou pourquoi. Que voulez-vous ?
    .speech-2 = Pardon, je n'ai pas compris. Un autre, ou pourquoi ?
    .reprompt = Dites : un autre, ou pourquoi. Que voulez-vous ?
    .screen = Je n'ai pas compris.
fallback-artist =
    .speech = Je n'ai pas saisi le nom. Quel artiste ?
    .reprompt = Dites le nom d'un artiste. Qui donc ?
fallback-song =
    .speech = Je n'ai pas saisi le titre. Lequel ?
    .reprompt = Dites un titre. Lequel ?
fallback-which =
    .speech = Je n'ai pas saisi le nom. Vous pouvez aussi dire : lis mes playlists. Laquelle ?
    .reprompt = Dites un nom, ou : lis mes playlists. Laquelle ?
fallback-meant =
    .speech = Pardon, la première ou la deuxième ?
    .speech-2 = Je n'ai pas compris. La première, ou la deuxième ?
    .reprompt = La première ou la deuxième ?
fallback-speaker =
    .speech = Je n'ai pas compris le nom de l'enceinte. Laquelle ?
    .reprompt = Dites le nom d'une enceinte, ou : la première. Laquelle ?
fallback-confirm =
    .speech = Pardon, oui ou non ?
    .speech-2 = Je n'ai pas compris. Oui ou non ?
    .reprompt = Oui ou non ?
fallback-unlinked =
    .speech = Je n'ai pas compris. Voulez-vous essayer la démo ?
    .reprompt = Dites : lance la démo, ou aide. Que voulez-vous ?
    .screen = Je n'ai pas compris.
waiting =
    .speech = Bien sûr, prenez votre temps. Que voulez-vous ?
    .speech-2 = Très bien, quand vous voulez. Que voulez-vous ?
    .reprompt = Je suis toujours là. Que voulez-vous ?
thanks =
    .speech = Avec plaisir. Autre chose ?
    .speech-2 = De rien. Autre chose ?
    .reprompt = Autre chose, ou j'arrête là ?
unsupported =
    .speech = { $capability ->
        [playback] Je ne lance pas la musique, mais je vous dis quoi écouter.
        [louder] Je ne règle pas le volume. Dites juste : Alexa, plus fort.
        [quieter] Je ne règle pas le volume. Dites juste : Alexa, moins fort.
        [mute] Je ne coupe pas le son. Dites juste : Alexa, coupe le son.
        [volume] Je ne règle pas le volume. Dites juste : Alexa, volume cinq.
        [timer] Je n'ai ni minuteur ni réveil. Dites stop, puis demandez à Alexa.
        [lyrics] Je n'ai pas les paroles.
        [ads] Je ne peux pas passer les pubs.
        [edit] Effacer, renommer, partager : ça, je ne peux pas le faire avec une playlist.
        [rename] Je ne peux pas renommer une playlist ; ça se fait dans { -service }.
        [facts] D'un titre, je ne connais que l'artiste, l'album et l'année.
        [charts] Je ne connais pas les classements.
        [concerts] Je ne connais pas les dates de concert.
        [sorting] Ça, je ne sais ni le trier, ni le comparer, ni le compter.
        [pace] C'est Alexa qui règle la vitesse de ma voix.
        [chat] Moi, je ne parle bien que de musique, la vôtre surtout.
       *[other] Je ne m'y connais qu'en musique. Dites stop, puis demandez à Alexa.
    } Je vous trouve quelque chose à écouter ?
    .speech-2 = { $capability ->
        [playback] Je ne lance pas la musique, mais je sais quoi écouter.
        [louder] Le volume, ce n'est pas moi. Dites : Alexa, plus fort.
        [quieter] Le volume, ce n'est pas moi. Dites : Alexa, moins fort.
        [mute] Le son, ce n'est pas moi. Dites : Alexa, coupe le son.
        [volume] Le volume, ce n'est pas moi. Dites : Alexa, volume cinq.
        [timer] Le minuteur et le réveil, ce n'est pas moi. Dites stop, puis demandez à Alexa.
        [lyrics] Les paroles, je ne les connais pas.
        [ads] Contre la pub, je ne peux rien.
        [edit] Je ne peux pas changer ni partager une playlist comme ça.
        [rename] Le nom d'une playlist se change dans { -service }.
        [facts] Je sais juste l'artiste, l'album et l'année.
        [charts] Les classements, je ne les connais pas.
        [concerts] Les dates de concert, je ne les connais pas.
        [sorting] Trier, comparer ou compter, je ne sais pas.
        [pace] C'est Alexa qui règle la vitesse de ma voix.
        [chat] Moi, c'est la musique, surtout la vôtre.
       *[other] Ça, ce n'est pas pour moi. Dites stop, puis demandez à Alexa.
    } Je vous propose plutôt un titre ?
    .reprompt = Je vous trouve quelque chose à écouter ?
music-request = { $wish ->
        [song] Alexa, joue { $name } de { $artist } sur { -service }
        [title] Alexa, joue la chanson { $name } sur { -service }
        [album] Alexa, joue l'album { $name } de { $artist } sur { -service }
        [playlist] Alexa, mets la playlist { $name } sur { -service }
        [shuffled] Alexa, mets la playlist { $name } en mode aléatoire sur { -service }
        [podcast] Alexa, mets le podcast { $name } sur { -service }
        [genre] Alexa, mets un peu de { $name } sur { -service }
       *[anything] Alexa, mets { $name } sur { -service }
    }
play-address =
    { $address }
    {""}
play-elsewhere =
    .speech = Je ne lance pas la musique moi-même. Dites : { $request }.{ $where }
    .speech-2 = La musique, c'est Alexa qui la lance. Dites : { $request }.{ $where }
    .title = Pour l'écouter
    .card =
        Dites : « { $request } »{ $where }
        { $address }{ $source }
play-where = {" "}Pour un autre Echo, ajoutez son nom.
play-unqueued =
    .speech = Je ne peux pas la mettre dans la file d'attente. Pour l'écouter tout de suite, dites : { $request }.{ $where }
    .title = Pour l'écouter
    .card =
        Dites : « { $request } »{ $where }
        { $address }{ $source }
play-by-card =
    .speech = Je ne lance pas la musique moi-même, et ce nom ne se prononce pas. La carte dans votre appli Alexa vous y mène.
    .title = Pour l'écouter
    .card = { $address }{ $source }
play-nameless =
    .speech = Je ne lance pas la musique moi-même, et celle-ci n'a pas de nom à demander. Que voulez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
play-local =
    .speech = { $name } est un fichier à vous, Alexa ne peut pas le lire. Que voulez-vous à la place ?
    .reprompt = Dites un autre nom. Que voulez-vous ?
play-unplayable =
    .speech = { $name } n'est pas disponible sur { -service } dans votre pays. Que voulez-vous à la place ?
    .reprompt = Dites un autre nom. Que voulez-vous ?
play-sample =
    .speech = Cette playlist n'existe que dans la démo, et je ne lance pas la musique moi-même. Que voulez-vous à la place ?
    .reprompt = Vous pouvez dire le nom d'une chanson. Que voulez-vous ?
play-nothing =
    .speech = Je ne sais pas encore ce que vous voulez écouter. Je vous trouve quelque chose ?
    .reprompt = Je vous trouve quelque chose à écouter ?
play-unknown =
    .speech = Je ne trouve pas { $heard } sur { -service }. Qu'est-ce que je mets à la place ?
    .reprompt = Redites le nom, ou demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
play-instead =
    .speech = Ça, je ne peux pas le lancer. Dites : { $request }.{ $where }
    .title = Pour l'écouter
    .card =
        Dites : « { $request } »{ $where }
        { $address }{ $source }
play-here =
    .speech = Un Echo n'apparaît sur { -service } qu'une fois qu'on y a lancé quelque chose. Dites : { $request }.
    .title = Pour l'écouter
    .card =
        Dites : « { $request } »
        { $address }{ $source }
play-premium =
    .speech = { -service } ne me laisse lancer la musique qu'avec Premium. Mais vous pouvez dire : { $request }.{ $where }
    .title = Pour l'écouter
    .card =
        Dites : « { $request } »{ $where }
        { $address }{ $source }
play-started =
    .speech = { $before }{ $order ->
        [shuffled] C'est parti pour { $name } en aléatoire, sur { $speaker }.
        [unshuffled] C'est parti pour { $name } sur { $speaker }, mais sans lecture aléatoire.
       *[own] C'est parti pour { $name }, sur { $speaker }.
    }
play-queued =
    .speech = { $name } est dans la file d'attente. Quoi d'autre ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter ? Que voulez-vous ?
shuffle-only-playlists =
    .speech = Je ne mélange que des playlists. Et maintenant ?
    .reprompt = Dites : mets, le nom d'une playlist, en aléatoire. Que voulez-vous ?
queue-only-songs =
    .speech = Seules des chansons vont dans la file d'attente. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter ? Que voulez-vous ?
play-moved =
    .speech = D'accord, maintenant sur { $speaker }.
player-done =
    .speech = { $command ->
        [pause] C'est en pause.
        [resume] C'est reparti.
        [shuffle] C'est en lecture aléatoire.
        [next] Voici le titre suivant.
       *[previous] Retour au titre précédent.
    }
which-speaker =
    .speech = { $lead ->
        [unknown] Je ne trouve pas cette enceinte.
        [gone] Cette enceinte vient de disparaître.
        [restricted] Cette enceinte ne me laisse pas lancer de musique.
        [here] Un Echo n'apparaît qu'une fois que { -service } y a déjà joué.
       *[silent] {""}
    } Il y a { $items }. { $count ->
        [one] Je la mets là ?
       *[other] Laquelle ?
    }
    .reprompt = Dites le nom d'une enceinte, ou : la première. Laquelle ?
speakers-none =
    .speech = { $lead ->
        [here] Un Echo n'apparaît qu'une fois que { -service } y a déjà joué.
       *[silent] Je ne trouve aucune enceinte où { -service } est ouvert.
    } Ouvrez { -service } quelque part, puis redemandez-moi. Que voulez-vous en attendant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter ? Que voulez-vous ?
goodbye =
    .speech = Au revoir !
    .speech-2 = À bientôt.

## Quand quelque chose ne va pas

link-or-demo =
    .speech = Pour ça, associez { -service } avec la carte dans votre appli Alexa. Voulez-vous essayer la démo en attendant ?
    .reprompt = Associez { -service } dans l'appli Alexa. Voulez-vous essayer la démo ?
apology-not-linked =
    .speech = Pour ça, je dois voir votre bibliothèque { -service }. J'ai mis une carte dans votre appli Alexa pour l'associer.
apology-link-expired =
    .speech = { -service } ne me laisse plus entrer. Ça arrive tous les deux ou trois mois. Associez de nouveau votre compte avec la carte dans l'appli Alexa.
apology-scope-missing =
    .speech = Vous avez associé votre compte avant que je sache faire ça. Associez de nouveau { -service } avec la carte dans l'appli Alexa.
apology-not-admitted =
    .speech = { -service } ne me montre pas encore votre bibliothèque. La personne qui gère cette skill doit d'abord ajouter votre compte. Demandez-lui.
apology-forbidden =
    .speech = { -service } ne me laisse pas faire ça.
apology-premium-required =
    .speech = { -service } me refuse l'accès : l'abonnement Premium derrière cette skill a expiré. Ça remarchera dès qu'il sera renouvelé.
apology-premium-to-play =
    .speech = { -service } ne me laisse faire ça qu'avec Premium.
apology-player-refused =
    .speech = { -service } ne peut pas faire ça maintenant. C'est peut-être déjà en pause, ou cette enceinte ne le permet pas.
apology-not-found =
    .speech = Je ne le trouve plus, ça a peut-être été supprimé. Que voulez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
apology-no-active-device =
    .speech = { -service } n'est ouvert sur aucun appareil.
apology-rate-limited =
    .speech = { -service } me demande de ralentir. Réessayez { wait }.
apology-quota-exceeded =
    .speech = Il y a eu tant de demandes aujourd'hui que { -service } ne veut plus de mes questions. Réessayez { wait }.
apology-rejected =
    .speech = { -service } ne m'a pas compris. C'est ma faute. Essayez autre chose.
apology-unavailable =
    .speech = Je n'arrive pas à joindre { -service }. Réessayez dans un petit moment.
apology-too-slow =
    .speech = { -service } est lent en ce moment. Réessayez dans un instant.
apology-unreadable =
    .speech = Je n'ai pas pu lire la réponse de { -service }. Réessayez dans un petit moment.
apology-deadline =
    .speech = C'est trop long. Redemandez-moi ; la deuxième fois, c'est souvent plus rapide.
apology-provider =
    .speech = Je n'ai pas pu l'obtenir de { -service }. Réessayez dans un petit moment.
apology-unconfirmed =
    .speech = { -service } ne répond pas, et je ne suis pas sûre que ça ait marché. Vérifiez dans un instant. Et maintenant ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
apology-playlist-full =
    .speech = Cette playlist est pleine, plus rien n'y rentre. Que voulez-vous à la place ?
    .reprompt = Dites : lis mes playlists. Que voulez-vous ?
apology-busy =
    .speech = Il y a beaucoup de monde en ce moment. Réessayez dans un instant.
apology-unexpected =
    .speech = Pardon, quelque chose s'est mal passé. Réessayez dans un petit moment.

## Quoi écouter

picks =
    .speech = { $notice }{ $told ->
        [nothing] Essayez { $track }.
        [opened] { $track }.
        [opened-because] { $track }, { $reason }.
       *[reason] Essayez { $track } : { $reason }.
    } { $asks ->
        [1] Je le lance ?
       *[other] Ça vous plaît ?
    }
    .speech-2 = { $notice }{ $told ->
        [nothing] Écoutez { $track }.
        [opened] { $track }.
        [opened-because] { $track }, { $reason }.
       *[reason] Écoutez { $track } : { $reason }.
    } { $asks ->
        [1] Vous voulez l'écouter ?
       *[other] Ça vous dit ?
    }
    .speech-3 = { $notice }{ $told ->
        [nothing] Testez { $track }.
        [opened] { $track }.
        [opened-because] { $track }, { $reason }.
       *[reason] Testez { $track } : { $reason }.
    } { $asks ->
        [1] Je le mets ?
       *[other] Ça vous tente ?
    }
    .reprompt = Vous pouvez aussi dire : un autre, ou : pourquoi. { $asks ->
        [1] Je le lance ?
       *[other] Ça vous plaît ?
    }
    .title = Pour vous
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Je ne sais plus ce que j'ai recommandé. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
picks-dry =
    .speech = { $notice }C'est tout pour aujourd'hui. Dites par exemple : quelque chose de calme. Que voulez-vous ?
    .speech-2 = { $notice }Je n'ai plus d'idées pour aujourd'hui. Donnez une humeur ou un genre. Que voulez-vous ?
    .reprompt = Dites recommence, ou une humeur. Que voulez-vous ?
pick-details =
    .speech = Le numéro { $number }, c'est { $track }. Choisi parce que { $reason }{ $length }. { $asks ->
        [1] Je le lance ?
       *[other] Ça vous plaît ?
    }
    .reprompt = Vous pouvez aussi dire : un autre. { $asks ->
        [1] Je le lance ?
       *[other] Ça vous plaît ?
    }
why =
    .speech = Parce que { $reasons }. { $asks ->
        [1] Je le lance ?
       *[other] Ça vous plaît ?
    }
    .speech-2 = Je l'ai choisi parce que { $reasons }. { $asks ->
        [1] Vous voulez l'écouter ?
       *[other] Ça vous plaît ?
    }
    .reprompt = Vous pouvez aussi dire : un autre. { $asks ->
        [1] Je le lance ?
       *[other] Ça vous plaît ?
    }
    .title = Pourquoi ça ?
    .card =
        { $track } : { $reasons }.
        { $source }
opinion-of-which =
    .speech = Dites son numéro ou son nom. De quel titre parlez-vous ?
    .speech-2 = Donnez-moi d'abord un numéro ou un nom. Quel titre ?
    .reprompt = Dites un numéro, ou un titre. Lequel ?
picks-so-far =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Jusqu'ici, je vous ai proposé { $items }. Et maintenant ?
        [first] Jusqu'ici, c'était { $items }. Vous voulez la suite ?
        [middle] Ensuite, { $items }. Vous voulez la suite ?
        [again] Voici { $items }. Vous voulez la suite ?
       *[last] Et pour finir, { $items }. Et maintenant ?
    }
    .reprompt = Dites un numéro, ou : fais-en une playlist. Que voulez-vous ?
    .title = Proposés jusqu'ici
    .card =
        { $lines }
        { $source }
picks-so-far-none =
    .speech = Je n'ai rien recommandé dernièrement. Je vous trouve quelque chose ?
    .reprompt = Je vous trouve quelque chose ?
why-playlist =
    .speech = J'ai pensé à { $playlist }, parce que { $reason }. Je l'ouvre ?
    .reprompt = Je l'ouvre ?
why-other =
    .speech = Ça, ce n'est pas moi qui l'ai choisi. Je vous trouve un titre ?
    .reprompt = Je vous trouve un titre ?
why-nothing =
    .speech = Je n'ai encore rien recommandé. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Je ne connais pas encore vos goûts.
       *[other] Je ne connais pas vos goûts, parce que je n'ai pas tout vu.
    } { ask }
    .reprompt = { ask }
wish-unmet =
    .speech = { $gaps }{ $unmet }{ ask }
    .reprompt = { ask }
rediscover-none =
    .speech = { $count ->
        [0] Vous n'avez pas de playlist à vous où chercher. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
        [1] Vous avez tout écouté récemment dans votre playlist. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
       *[other] J'ai cherché dans { $count } de vos playlists, et vous avez tout écouté récemment. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    }
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $wish }Je vous propose { $items }, parce que { $reason }. { open-which }
        [first] { $wish }Pourquoi pas { $items } ? La première, parce que { $reason }. Laquelle ?
        [again] Voici { $items }. Laquelle ?
       *[other] Il y a aussi { $items }. Laquelle ?
    }
    .reprompt = Dites un nom, ou la première. Laquelle j'ouvre ?
    .screen = Des playlists pour vous
    .title = Des playlists pour vous, { $first } à { $last } sur { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Je n'ai pas de playlist à recommander. Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que je pourrais écouter. Que voulez-vous ?

## Ce qui n'est jamais recommandé

wish-excluded =
    .speech = Vous m'avez demandé d'écarter { $name }. Pour changer ça, dites : vous pouvez à nouveau recommander { $name }. Que voulez-vous ?
    .reprompt = Dites : vous pouvez à nouveau recommander { $name }. Que voulez-vous ?
picks-excluded =
    .speech = Vous avez écarté tout ce que j'aurais proposé. Demandez : qu'est-ce que vous ne recommandez pas. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que vous ne recommandez pas. Que voulez-vous ?
never-noted =
    .speech = D'accord, { $name }, on oublie. { ask }
    .speech-2 = C'est noté, j'écarte { $name }. { ask }
    .reprompt = Pour la liste, demandez : qu'est-ce que vous ne recommandez pas. { ask }
never-which =
    .speech = Dites : ne me recommandez plus, puis un nom ou un genre. Qu'est-ce que j'écarte ?
    .reprompt = Dites : ne me recommandez plus, puis un nom. Qu'est-ce que j'écarte ?
never-full =
    .speech = Ça fait déjà cent choses. Dites d'abord ce que je peux à nouveau recommander. Que voulez-vous ?
    .reprompt = Demandez : qu'est-ce que vous ne recommandez pas. Que voulez-vous ?
never-lost =
    .speech = Je n'ai pas pu le noter. Réessayez un peu plus tard. Que voulez-vous ?
    .reprompt = Demandez : que me conseillez-vous. Que voulez-vous ?
exclusions =
    .speech = Ce que j'écarte : { $names }{ $more ->
        [0] .
        [1] {" "}et une autre chose.
       *[other] {" "}et { $more } autres.
    } { ask }
    .reprompt = Dites-moi ce que je peux à nouveau recommander. { ask }
    .title = Ce que j'écarte
    .card = { $all }
exclusions-none =
    .speech = Je n'écarte rien. { ask }
    .reprompt = Dites : ne me recommandez plus, puis un nom. { ask }
allowed =
    .speech = D'accord, { $name } peut revenir. { ask }
    .reprompt = Dites oui pour une chanson. { ask }
allow-unknown =
    .speech = Je n'écartais pas { $name }. { ask }
    .reprompt = Pour la liste, demandez : qu'est-ce que vous ne recommandez pas. { ask }
allow-which =
    .speech = Dites : vous pouvez à nouveau recommander, puis le nom. Qu'est-ce qui revient ?
    .reprompt = Pour la liste, demandez : qu'est-ce que vous ne recommandez pas. Qu'est-ce qui revient ?

## Avant une recommandation ; chaque phrase finit par une espace

notices = { $first }{ $then }
notice-again = Je reprends du début.{" "}
notice-unmet = { $kind ->
    [mood] Je n'ai rien trouvé de { $heard }.{" "}
    [activity] Je n'ai rien trouvé pour { $heard }.{" "}
    [several] Je n'ai rien qui réunisse tout ça.{" "}
   *[other] Je n'ai rien trouvé pour { $heard }.{" "}
}
notice-nothing-new = Je n'ai rien de nouveau.{" "}
notice-nothing-familiar = Vous les connaissez déjà, alors voici du nouveau.{" "}
notice-only-new = Très bien, alors du nouveau.{" "}
notice-heard = Vous connaissez ce titre.{" "}
notice-new = Voici du nouveau.{" "}
notice-playlists = Ça vient de vos propres playlists.{" "}
notice-liked = C'est noté.{" "}
notice-disliked = D'accord, pas ça.{" "}
notice-one-liked = C'est noté, { $track } vous plaît.{" "}
notice-one-disliked = Pas { $track }, d'accord.{" "}
notice-more-like = Un peu comme { $track }.{" "}
notice-missing = Je n'ai pas pu regarder { $sources }.{" "}
notice-scope = Pour ajouter { $sources }, associez de nouveau votre compte.{" "}
notice-no-era = Je n'ai rien { $era }.{" "}
era-year = de { $year }
era-earlier = d'avant { $year }
era-later = à partir de { $year }
notice-no-kind = Je n'ai rien trouvé pour { $heard }.{" "}
notice-no-mood = Là, je n'ai rien de { $mood }.{" "}
notice-no-artist = Je n'ai rien trouvé comme { $artist } qui convienne.{" "}
notice-no-playlists = Rien ne convient dans vos playlists.{" "}
notice-no-saved = Rien ne convient dans vos titres enregistrés.{" "}
notice-no-language = Je ne reconnais pas cette langue.{" "}
notice-no-unwanted = Je ne peux rien écarter de plus.{" "}
notice-no-length = Je ne choisis pas par durée.{" "}
notice-no-several = Un titre à la fois.{" "}
notice-no-album = Je ne choisis que des titres.{" "}
notice-no-someone = Je ne connais que vos goûts.{" "}
notice-no-playlist = Je ne peux pas créer de playlist.{" "}
notice-no-ready-playlist = Plus tard, dites : fais une playlist.{" "}
notice-none-named-so = Aucun nom ne s'y prête.{" "}
notice-genres-unknown = Je ne connais pas le genre de ce titre.{" "}
notice-mood-limit = C'était déjà { $mood }, en voici encore.{" "}
notice-never = D'accord, plus de { $name }.{" "}
feels-sad = De quoi vous remonter le moral :{" "}
feels-angry = De quoi souffler un peu :{" "}
feels-calm = De quoi vous détendre :{" "}
feels-happy = Quelque chose de joyeux :{" "}
feels-energetic = Quelque chose qui bouge :{" "}
notice-closest = Rien dans le genre { $heard }, alors { $about }.{" "}
opening-closest = Rien dans le genre { $heard }. Le plus proche, c'est { $about } :{" "}
also-asked-genre = Toujours dans le genre { $about } :{" "}
also-mood = Plutôt { $about } aussi :{" "}
also-activity = Aussi pour { $about } :{" "}
also-mood-for = Plutôt { $mood } aussi, et pour { $about } :{" "}
also-era = Aussi de { $year } :{" "}
source-favourites = vos favoris
source-plays = vos dernières écoutes
source-saves = vos titres enregistrés
source-followed = les artistes que vous suivez
source-playlists = vos playlists
source-discovery = les nouveautés

## Raisons ; chacune suit « parce que » ou deux-points, sans élision : pas de voyelle ni de nom au début

reason-unheard = c'est nouveau pour vous
reason-fits = ça va avec ce que vous écoutez
reason-of-the-day = le hasard l'a mise en tête aujourd'hui
reason-of-the-demo = c'est une playlist de la démo
reason-name-fits = son nom s'y prête
reason-top-track = vous l'avez beaucoup écouté { $span ->
        [weeks] ces dernières semaines
        [months] ces derniers mois
       *[years] depuis un an
    }
reason-top-artist = vous avez beaucoup écouté { $about } { $span ->
        [weeks] ces dernières semaines
        [months] ces derniers mois
       *[years] depuis un an
    }
reason-top-tracks = vous adorez les titres de { $about }
reason-played = vous écoutez beaucoup { $about } ces temps-ci
reason-saved = vous avez enregistré des titres de { $about }
reason-followed = vous suivez { $about }
reason-playlist = c'est dans votre playlist { $about }
reason-playlist-since = c'est dans votre playlist { $about } depuis { $since }
reason-playlists = c'est dans vos playlists { $about } et { $other }
reason-genre = côté genres, { $about } revient souvent chez vous
reason-style = c'est dans le genre { $about }
reason-mood = c'est plutôt { $about }
reason-activity = c'est parfait pour { $about }
reason-asked-genre = c'est dans le genre { $about }
reason-asked-artist = c'est de { $about }
reason-era = son album est sorti en { $year }
reason-both = { $wish }, et { $reason }
wish-asked-genre = c'est dans le genre { $about }
wish-mood = c'est plutôt { $about }
wish-activity = c'est parfait pour { $about }
wish-genre-for = c'est dans le genre { $genre }, parfait pour { $about }
wish-genre-year = c'est dans le genre { $genre }, de { $year }
wish-genre-mood = c'est dans le genre { $genre }, plutôt { $about }
wish-mood-for = c'est plutôt { $mood }, et parfait pour { $about }
wish-kindred = c'est dans le style de { $about }
wish-era = ça date de { $year }
reason-genre-for = c'est dans le genre { $genre }, parfait pour { $about }
reason-genre-year = c'est dans le genre { $genre }, de { $year }
reason-genre-mood = c'est dans le genre { $genre }, plutôt { $about }
reason-mood-for = c'est plutôt { $mood }, et parfait pour { $about }
reason-kindred = c'est dans le style de { $about }
reason-liked = vous avez aimé { $about }
reason-neighbour = ceux qui écoutent { $about } écoutent aussi { $artist }
reason-similar = c'est proche de { $about }, que vous écoutez beaucoup
reason-liked-neighbour = c'est proche de { $about }, qui vous a plu
reason-guest = vous connaissez un titre de { $about } avec { $artist }
reason-host = sur un album de { $artist }, on entend { $about }
reason-partner = vous avez aimé { $about }, qui a un titre avec { $artist }
reason-joined = c'est avec { $about }
reason-listed = vous avez { $about } dans vos playlists
reason-named = son nom dit { $about }, que vous écoutez beaucoup
reason-holds = vous y retrouvez { $about }, que vous écoutez beaucoup
reason-top-artist-short = vous en avez beaucoup écouté { $span ->
        [weeks] ces dernières semaines
        [months] ces derniers mois
       *[years] au fil des années
    }
reason-top-tracks-short = vous adorez ses titres
reason-played-short = vous en écoutez beaucoup ces temps-ci
reason-neighbour-short = ça plaît aux fans de { $about }
reason-guest-short = vous connaissez un de ses titres avec { $about }
reason-liked-short = vous avez aimé un autre de ses titres
reason-listed-short = vous en avez dans vos playlists

## À l'écran

screen-playlists = Mes playlists
screen-recommend = Quoi écouter ?
screen-next = Page suivante
screen-previous = Page précédente
screen-places = { $first }–{ $last } sur { $total }
screen-another = Un autre
screen-again = Réessayer
screen-why = Pourquoi ?
screen-more = Dans ce style
screen-hear = Écouter
screen-save = Enregistrer
screen-because = Parce que { $reason }.
screen-by = Par { $owner }
screen-playing = { $run ->
        [paused] En pause
       *[running] En cours
    }
screen-song-saved = { $done ->
        [again] Déjà enregistré
       *[new] Enregistré
    }
screen-song-taken-off = { $done ->
        [again] Pas enregistré
       *[new] Plus enregistré
    }
screen-song-added = { $done ->
        [again] Déjà dans { $name }
       *[new] Ajouté à { $name }
    }
screen-playlist-made = { $done ->
        [new] Nouvelle playlist
        [more] Playlist complétée
       *[again] Déjà dans la playlist
    }
screen-open = Ouvrir dans { -service }
screen-demo = Essayer la démo
screen-link-title = Associez votre compte { -service }
screen-how = Pour l'écouter
screen-say-this = Pour l'écouter, dites :
screen-quote = « { $request } »
screen-link-card = Ouvrez la carte de { -skill } dans votre appli Alexa.
screen-link-scan = Scannez ce code avec votre téléphone.
screen-link-open = Ouvrir la page de { -skill }
screen-link-sign-in = Connectez-vous-y à { -service }.
screen-link-page = Associez { -service } sur la page qui s'ouvre.
screen-link-then = Dites ensuite : « Alexa, ouvre Étagère à disques. »
say-anything = Dites : « Quoi écouter ? » ou « Aide »
say-list = Dites : « Suivant » ou « Numéro 3 »
say-picks = Dites : « Un autre », « Pourquoi ? » ou « J'aime »
say-picks-play = Dites : « Mets-le », « Un autre » ou « Pourquoi ? »
say-playing = Dites : « Plus comme ça »
say-demo = Dites : « Lance la démo »
touch-gone =
    .speech = Ce n'est plus là. Que voulez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que voulez-vous ?
