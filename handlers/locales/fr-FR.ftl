### Chaque réponse est un message ; les rôles sont expliqués dans en-US.ftl.

-skill = Étagère à disques
-service = Spotify

## Morceaux de phrases

playlist-number = playlist numéro { $number }
track-number = titre numéro { $number }
artist-nameless = un artiste sans nom
somebody-else = quelqu'un d'autre
# « par » ne demande pas d'élision : « de Ada » ne se dit pas.
track-by = { $title } par { $artist }
track-by-two = { $title } par { $artist } avec { $guest }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } titre
       *[other] { $count } titres
    }
from-album = , de l'album { $album }
track-length = . Durée : { $length }
playlist-length = , { $length } en tout
playlist-length-at-least = , au moins { $length } en tout
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
stale = { -service } ne répond pas en ce moment, voici donc ce que je savais tout à l'heure.{" "}
partial = Je n'ai pu en lire que { $read } sur { $total } pour l'instant.{" "}
unreadable = { $count ->
        [1] Je laisse de côté un élément que je ne peux pas lire.
       *[other] Je laisse de côté { $count } éléments que je ne peux pas lire.
    }{" "}
list-changed = Votre bibliothèque a changé entre-temps, je reprends donc là où nous en étions.{" "}
shelf-count = { $count ->
        [0] aucune playlist pour l'instant
        [1] une playlist
       *[other] { $count } playlists
    }
launch-hint = { $count ->
        [0] Je peux quand même vous recommander de la musique ; demandez : qu'est-ce que je pourrais écouter.
       *[other] Vous pouvez dire : lis mes playlists, en ouvrir une par son nom, ou demander quoi écouter.
    }
launch-offer = { $count ->
        [0] Je peux quand même vous recommander de la musique ; demandez : qu'est-ce que je pourrais écouter.
       *[other] Demandez vos playlists, une playlist par son nom, ou quelque chose à écouter.
    }

## À l'ouverture

launch =
    .speech = Bienvenue dans { -skill }. Sur votre étagère : { shelf-count }. { launch-hint } Que souhaitez-vous ?
    .speech-2 = Voici { -skill }. Sur votre étagère : { shelf-count }. { launch-offer } Qu'est-ce que ce sera ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
    .title = { -skill }
    .card =
        Sur { -service } : { shelf-count }.
        Essayez : « lis mes playlists », « ouvre » et le nom d'une playlist, ou « qu'est-ce que je pourrais écouter ».
launch-named =
    .speech = Bonjour { $name }. Sur votre étagère : { shelf-count }. { launch-hint } Que souhaitez-vous ?
    .speech-2 = Quel plaisir de vous retrouver, { $name }. Sur votre étagère : { shelf-count }. { launch-offer } Qu'est-ce que ce sera ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
    .title = { -skill }
    .card =
        Bonjour { $name }. Sur { -service } : { shelf-count }.
        Essayez : « lis mes playlists », « ouvre » et le nom d'une playlist, ou « qu'est-ce que je pourrais écouter ».
launch-without-playlists =
    .speech = Bienvenue dans { -skill }. Je ne peux pas lire vos playlists pour l'instant, mais vous pouvez me demander quoi écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
launch-unlinked =
    .speech = Bienvenue dans { -skill }. Je lis vos playlists { -service } à voix haute, j'en retrouve une par son nom, et je recommande de la musique à votre goût. Pour cela, je dois voir votre bibliothèque : associez votre compte { -service } avec la carte dans l'application Alexa. Ou dites : lance la démo, pour entendre comment je fais. Que souhaitez-vous ?
    .reprompt = Dites : lance la démo, ou associez votre compte dans l'application Alexa. Que souhaitez-vous ?

## L'étagère

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vous avez { shelf-total } : { $items }. { open-which }
        [first] Vous avez { shelf-total }. Les { $last } premières sont { $items }. Dites suivant pour continuer, ou le nom de l'une d'elles. Laquelle choisissez-vous ?
        [middle] De { $first } à { $last } sur { $total } : { $items }. Dites suivant, ou un nom. Laquelle choisissez-vous ?
       *[last] Pour finir : { $items }. Laquelle dois-je ouvrir ?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Sur votre étagère, il y a { shelf-total } : { $items }. { open-which }
        [first] Sur votre étagère, il y a { shelf-total }, à commencer par { $items }. Dites suivant pour la suite, ou un nom. Laquelle choisissez-vous ?
        [middle] Viennent ensuite { $items }. C'étaient les numéros { $first } à { $last } sur { $total }. J'en ouvre une, ou je continue ?
       *[last] Et enfin { $items }. Laquelle dois-je ouvrir ?
    }
    .reprompt = Dites suivant, précédent, ou le nom d'une playlist. Laquelle choisissez-vous ?
    .title = Vos playlists, { $first } à { $last } sur { $total }
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [1] Dois-je l'ouvrir ?
       *[other] Laquelle dois-je ouvrir ?
    }
shelf-total = { $total ->
        [1] une playlist
       *[other] { $total } playlists
    }
playlists-none =
    .speech = Il n'y a pas encore de playlist dans votre bibliothèque { -service }. Dès que vous en créerez ou en suivrez une, je vous la lirai. Je peux quand même vous recommander de la musique ; demandez : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?

## Une playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Dans { $name }, il y a { track-total }{ $length } : { $items }. Et maintenant, que souhaitez-vous ?
        [first] Dans { $name }, il y a { track-total }{ $length }. Cela commence par { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
        [middle] Titres { $first } à { $last } sur { $total } : { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
       *[last] Cela se termine par { $items }. Et maintenant, que souhaitez-vous ?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Voici { $name }, { track-total }{ $length } : { $items }. Et maintenant, que souhaitez-vous ?
        [first] Voici { $name }, { track-total }{ $length }. D'abord { $items }. Dites suivant pour continuer. Que souhaitez-vous ?
        [middle] Ensuite { $items }. Nous en sommes à { $last } sur { $total }. Je continue, ou vous voulez autre chose ?
       *[last] Et pour finir { $items }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Dites suivant, précédent, ou le nom d'une autre playlist. Que souhaitez-vous ?
    .title = { $name }, { $first } à { $last } sur { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [1] un titre
       *[other] { $total } titres
    }
tracks-none =
    .speech = Il n'y a encore rien dans { $name }. Quelle autre playlist dois-je ouvrir ?
    .reprompt = Dites le nom d'une playlist. Laquelle choisissez-vous ?
track-details =
    .speech = Le numéro { $number } est { $track }{ $album }{ $length }. Et maintenant, que souhaitez-vous ?
    .reprompt = Dites suivant, un numéro, ou le nom d'une playlist. Que souhaitez-vous ?
playlist-long =
    .speech = { $partial }Dans { $name }, il y a { track-total }{ $length }. Et maintenant, que souhaitez-vous ?
    .reprompt = Dites ouvre, suivant, ou le nom d'une playlist. Que souhaitez-vous ?
playlist-maker =
    .speech = { $maker ->
        [mine] { $name }, c'est vous qui l'avez créée. Et maintenant, que souhaitez-vous ?
        [together] { $name } a été commencée par { $owner }, et plusieurs personnes y ajoutent des titres. Et maintenant, que souhaitez-vous ?
        [shared] Plusieurs personnes ajoutent des titres à { $name }. Et maintenant, que souhaitez-vous ?
        [unknown] Je ne sais pas qui a créé { $name }. Et maintenant, que souhaitez-vous ?
       *[theirs] { $name } a été créée par { $owner }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Vous pouvez demander combien de temps elle dure, ou dire le nom d'une autre playlist. Que souhaitez-vous ?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Les derniers ajouts dans { $name } : { $items }{ $since }. Et maintenant, que souhaitez-vous ?
        [first] Les derniers ajouts dans { $name } : { $items }{ $since }. Dites suivant pour les précédents. Que souhaitez-vous ?
        [middle] Avant cela, { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
       *[last] Et tout au début, { $items }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Dites suivant, ou le nom d'une autre playlist. Que souhaitez-vous ?
    .title = Nouveautés dans { $name }
    .card =
        { $lines }
        { $source }
news-since = . Le dernier ajout date du { $date }
news-none =
    .speech = Il n'y a encore rien dans { $name }. Quelle autre playlist dois-je ouvrir ?
    .reprompt = Dites le nom d'une playlist. Laquelle choisissez-vous ?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } appartient à { $owner }, et { -service } ne me laisse lire que les playlists qui sont à vous ou que vous modifiez à plusieurs. Laquelle des vôtres dois-je ouvrir à la place ?
       *[other] { -service } ne me laisse pas lire { $name }. Je peux lire la plupart des playlists qui sont à vous ou que vous modifiez à plusieurs. Quelle autre dois-je ouvrir ?
    }
    .reprompt = Dites le nom de l'une de vos playlists. Laquelle choisissez-vous ?
playlist-gone =
    .speech = Cette playlist n'est plus sur votre étagère. Quelle autre dois-je ouvrir ?
    .reprompt = Dites le nom d'une playlist. Laquelle choisissez-vous ?

## Enregistré, écouté, aimé

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vous avez enregistré { $items }. Et maintenant, que souhaitez-vous ?
        [first] Enregistrés en dernier : { $items }. Dites suivant pour les précédents. Que souhaitez-vous ?
        [middle] Avant cela, { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
       *[last] Et avant ceux-là, { $items }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Dites suivant, un numéro, ou : lis mes playlists. Que souhaitez-vous ?
    .title = Enregistrés récemment
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Il n'y a pas encore de titre enregistré dans votre bibliothèque. Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vous avez écouté { $items }. Et maintenant, que souhaitez-vous ?
        [first] En dernier, vous avez écouté { $items }. Dites suivant pour ce qui précède. Que souhaitez-vous ?
        [middle] Avant cela, { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
       *[last] Et avant tout cela, { $items }. Et maintenant, que souhaitez-vous ?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Vos dernières écoutes : { $items }. Et maintenant, que souhaitez-vous ?
        [first] Vos dernières écoutes : { $items }. Dites suivant pour remonter plus loin. Que souhaitez-vous ?
        [middle] Plus loin, { $items }. Dites suivant pour continuer. Que souhaitez-vous ?
       *[last] Et au plus loin, { $items }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Dites suivant, ou demandez ce que vous pourriez écouter. Que souhaitez-vous ?
    .title = Écoutés récemment
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { -service } ne me signale aucune écoute récente. Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
during = { $span ->
        [weeks] ces quatre dernières semaines
        [years] au fil des années
       *[months] ces six derniers mois
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vos artistes préférés { during } : { $items }. Et maintenant, que souhaitez-vous ?
        [first] Les artistes que vous avez le plus écoutés { during } : { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
        [middle] Viennent ensuite { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
       *[last] Et enfin { $items }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Dites suivant, ou précisez une période, par exemple : mes artistes préférés de toujours. Que souhaitez-vous ?
    .title = Vos artistes préférés { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } ne sait pas assez ce que vous avez écouté { during }. Essayez : mes artistes préférés de toujours. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : mes artistes préférés de toujours. Que souhaitez-vous ?
artist-details =
    .speech = Le numéro { $number } est { $name }{ $genres }. Dites : quelque chose comme { $name }, et je chercherai. Que souhaitez-vous ?
    .reprompt = Dites suivant, ou : quelque chose comme { $name }. Que souhaitez-vous ?
artist-genres = , genre : { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Vos titres préférés { during } : { $items }. Et maintenant, que souhaitez-vous ?
        [first] Les titres que vous avez le plus écoutés { during } : { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
        [middle] Viennent ensuite { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
       *[last] Et enfin { $items }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Dites suivant, ou précisez une période, par exemple : mes titres préférés de toujours. Que souhaitez-vous ?
    .title = Vos titres préférés { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } ne sait pas assez ce que vous avez écouté { during }. Essayez : mes titres préférés de toujours. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : mes titres préférés de toujours. Que souhaitez-vous ?

## Du nouveau chez les artistes suivis

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Du nouveau ces trois derniers mois : { $items }. Et maintenant, que souhaitez-vous ?
        [first] Du nouveau ces trois derniers mois : { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
        [middle] Ensuite { $items }. Dites suivant pour la suite. Que souhaitez-vous ?
       *[last] Et { $items }. Et maintenant, que souhaitez-vous ?
    }
    .reprompt = Dites suivant, ou un numéro pour en savoir plus. Que souhaitez-vous ?
    .title = Nouveautés
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Vous ne suivez encore aucun artiste sur { -service }, je ne peux donc demander à personne.
        [1] L'artiste que vous suivez n'a rien sorti ces trois derniers mois.
       *[other] Les { $artists } artistes que vous suivez et écoutez le plus n'ont rien sorti ces trois derniers mois.
    } Que souhaitez-vous à la place ?
    .reprompt = Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
releases-partial = { $count ->
        [1] Pour l'un de vos artistes, je n'ai pas pu vérifier.
       *[other] Pour { $count } de vos artistes, je n'ai pas pu vérifier.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = Le numéro { $number } est { $album }{ $total ->
        [0] {""}
        [1] , un seul titre
       *[other] , { $total } titres
    }{ $day }. Et maintenant, que souhaitez-vous ?
    .reprompt = Dites suivant, un numéro, ou : lis mes playlists. Que souhaitez-vous ?
released-on = , date de sortie : { $date }
released-in = , date de sortie : { $date }

## Où se trouve un titre

which-song =
    .speech = Dites : dans quelle playlist se trouve, puis le titre. Quel titre cherchez-vous ?
    .reprompt = Dites : dans quelle playlist se trouve, puis le titre. Quel titre est-ce ?
song-there =
    .speech = { $heard } se trouve dans { $name }. J'ai parcouru { searched-of }. Dois-je l'ouvrir ?
    .reprompt = Dois-je ouvrir { $name } ?
song-where =
    .speech = { $heard } se trouve dans { $names }{ $more ->
        [0] {""}
       *[other] , et dans { $more ->
            [1] une autre
           *[other] { $more } autres
        }
    }. J'ai parcouru { searched-of }. Laquelle dois-je ouvrir ?
    .reprompt = Dites le nom d'une playlist. Laquelle dois-je ouvrir ?
song-nowhere =
    .speech = Je n'ai pas trouvé { $heard }. J'ai parcouru { searched-of }. Dites : dans quelle playlist se trouve, puis un autre titre, ou : lis mes playlists. Que souhaitez-vous ?
    .reprompt = Dites : dans quelle playlist se trouve, puis un titre. Quel titre est-ce ?
searched-of = { $total ->
        [0] zéro playlist, car il n'y en a aucune que je puisse lire
        [1] votre unique playlist
       *[other] { $left ->
            [0] les { $total } playlists que je peux lire
           *[other] { $searched } des { $total } playlists que je peux lire
        }
    }

## Le compte

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Il n'y a pas encore de playlist sur votre étagère. Que souhaitez-vous à la place ?
        [1] Il y a une playlist sur votre étagère. Dois-je l'ouvrir, ou que souhaitez-vous ?
       *[other] Il y a { $count } playlists sur votre étagère ; { own-among }. Que souhaitez-vous ?
    }
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
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
    .speech = Vous êtes sur ce compte { -service } : { $name }. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
account-sample =
    .speech = Aucun compte n'est associé : voici l'étagère d'exemple intégrée. Pour entendre votre propre musique, associez votre compte { -service } dans l'application Alexa. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
account-nameless =
    .speech = Un compte { -service } est associé, mais il n'a pas de nom que je puisse prononcer. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
refreshed =
    .speech = J'ai relu votre bibliothèque. Sur votre étagère : { shelf-count }. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
refresh-later =
    .speech = Je n'y suis pas arrivée cette fois. Ce que je sais de votre bibliothèque se renouvellera bientôt tout seul. Que souhaitez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
forget-me =
    .speech = J'oublierais tout ce que j'ai lu dans votre bibliothèque et ce que vous m'avez dit aimer. Votre compte { -service } lui-même reste tel quel. Dois-je le faire ?
    .reprompt = Dois-je tout oublier ? Oui ou non ?
forgotten =
    .speech = C'est fait. J'ai oublié ce que je savais de vous. Pour dissocier aussi votre compte, désactivez la skill dans l'application Alexa. Au revoir.
forget-later =
    .speech = Je n'ai pas accès à ma mémoire en ce moment. Redemandez-moi un peu plus tard ; ce qui reste expire de lui-même en deux semaines.

## La démo

demo =
    .speech = Voici une étagère d'exemple, avec de la musique ancienne. Demandez-moi de lire vos playlists, d'ouvrir Deep Focus, ou dites : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .speech-2 = Imaginez que cette étagère de musique ancienne soit la vôtre. Dites : lis mes playlists, ouvre Ragtime Party, ou : qu'est-ce que je pourrais écouter. Qu'est-ce que ce sera ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
demo-needless =
    .speech = Pas besoin de démo : votre propre bibliothèque est associée. Dites : lis mes playlists, ou : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
progress =
    .speech = Un instant, je regarde.
    .speech-2 = Je parcours votre musique.

## Trouver la bonne

which-playlist =
    .speech = Quelle playlist voulez-vous ?
    .speech-2 = Laquelle choisissez-vous ?
    .reprompt = Dites le nom d'une playlist, ou : lis mes playlists. Laquelle choisissez-vous ?
did-you-mean =
    .speech = J'ai trouvé { $name }. Est-ce celle-là ?
    .speech-2 = Vouliez-vous dire { $name } ?
    .reprompt = Dites oui pour { $name }, ou un autre nom. Est-ce celle-là ?
did-you-mean-which =
    .speech = Vouliez-vous dire { $first }, ou { $second } ?
    .speech-2 = Est-ce { $first }, ou { $second } ?
    .reprompt = Dites la première ou la deuxième, ou un autre nom. Laquelle est-ce ?
no-such-playlist =
    .speech = J'ai entendu { $heard }, et il n'y a pas de playlist de ce nom sur votre étagère. Redites-moi son nom, ou dites : lis mes playlists. Laquelle choisissez-vous ?
    .speech-2 = Je n'ai pas trouvé de playlist appelée { $heard }. Essayez encore une fois, ou dites : lis mes playlists. Laquelle choisissez-vous ?
    .reprompt = Dites le nom d'une playlist, ou : lis mes playlists. Laquelle choisissez-vous ?
no-such-playlist-partial =
    .speech = Je n'ai pas trouvé de playlist appelée { $heard }. { $partial }Essayez encore une fois, ou dites : lis mes playlists. Laquelle choisissez-vous ?
    .reprompt = Dites le nom d'une playlist, ou : lis mes playlists. Laquelle choisissez-vous ?

yes-to-nothing =
    .speech = Avec plaisir, mais à quoi ? Vous pouvez dire : lis mes playlists, ou demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
no-not-that =
    .speech = D'accord, pas celle-là. Dites un autre nom, ou : lis mes playlists, et choisissez par numéro. Laquelle choisissez-vous ?
    .reprompt = Dites un nom, ou : lis mes playlists. Laquelle choisissez-vous ?
no-then-what =
    .speech = D'accord. Que souhaitez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists, ou stop. Que souhaitez-vous ?
which-number =
    .speech = Quel numéro voulez-vous ?
    .reprompt = Dites un numéro de la liste, ou le nom d'une playlist. Lequel choisissez-vous ?

## Avancer dans une liste

list-end =
    .speech = C'était la fin de la liste. Dites précédent, recommence, ou un nom. Que souhaitez-vous ?
    .reprompt = Dites recommence, ou le nom d'une playlist. Que souhaitez-vous ?
list-start =
    .speech = C'est le début de la liste. Dites suivant, ou un nom. Que souhaitez-vous ?
    .reprompt = Dites suivant, ou le nom d'une playlist. Que souhaitez-vous ?
list-no-such =
    .speech = { $total ->
        [1] Il n'y a qu'un seul élément dans cette liste. Dites répète pour le réentendre. Que souhaitez-vous ?
       *[other] Cette liste va de un à { $total }. Quel numéro voulez-vous ?
    }
    .reprompt = Dites un numéro, ou suivant. Que choisissez-vous ?
list-unreadable =
    .speech = Il y a quelque chose sur cette liste, mais je ne peux rien en lire pour l'instant. Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
nothing-to-page =
    .speech = Je ne suis pas en train de lire une liste, il n'y a donc pas de suite. Dites : lis mes playlists, pour commencer. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?

## L'aide, et ce que personne ne comprend

help =
    .speech = Dites : lis mes playlists. Ou bien : ouvre, et le nom d'une playlist. Ou demandez : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
help-list =
    .speech = Dites suivant ou précédent pour avancer ou reculer, ou un nom ou un numéro pour en savoir plus. Dites : lis mes playlists, pour revenir à votre étagère. Que souhaitez-vous ?
    .reprompt = Dites suivant, ou un nom. Que souhaitez-vous ?
help-which =
    .speech = Dites le nom de l'une de vos playlists, comme vous le diriez à un ami. Ou dites : lis mes playlists. Laquelle choisissez-vous ?
    .reprompt = Dites un nom, ou : lis mes playlists. Laquelle choisissez-vous ?
help-meant =
    .speech = Dites oui ou non, ou la première, ou la deuxième. Vous pouvez aussi redire le nom. Laquelle est-ce ?
    .reprompt = Dites la première ou la deuxième, ou un nom. Laquelle est-ce ?
help-confirm =
    .speech = Dites oui et je le fais, ou non et rien ne change. Je le fais ?
    .reprompt = Oui ou non ?
help-unlinked =
    .speech = Je lis des playlists { -service } à voix haute et je recommande de la musique. Dites : lance la démo, pour entendre comment. Pour votre propre musique, associez votre compte { -service } dans l'application Alexa. Que souhaitez-vous ?
    .reprompt = Dites : lance la démo. Que souhaitez-vous ?
fallback =
    .speech = Je n'ai pas compris. Vous pouvez dire : lis mes playlists, ou demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .speech-2 = Là, je ne vous suis pas. Essayez : lis mes playlists, ou : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
fallback-list =
    .speech = Je n'ai pas compris. Dites suivant, précédent, ou le nom d'une playlist. Que souhaitez-vous ?
    .reprompt = Dites suivant, ou le nom d'une playlist. Que souhaitez-vous ?
fallback-which =
    .speech = Je n'ai pas saisi le nom. Vous pouvez aussi dire : lis mes playlists, et choisir par numéro. Laquelle choisissez-vous ?
    .reprompt = Dites un nom, ou : lis mes playlists. Laquelle choisissez-vous ?
fallback-meant =
    .speech = Je n'ai pas compris. Dites la première ou la deuxième, ou redites le nom. Laquelle est-ce ?
    .reprompt = Dites la première ou la deuxième. Laquelle est-ce ?
fallback-confirm =
    .speech = Je n'ai pas compris. Oui ou non ?
    .reprompt = Oui ou non ?
fallback-unlinked =
    .speech = Je n'ai pas compris. Dites : lance la démo, pour entendre ce que je fais, ou aide. Que souhaitez-vous ?
    .reprompt = Dites : lance la démo, ou aide. Que souhaitez-vous ?
goodbye =
    .speech = Au revoir.
    .speech-2 = À la prochaine.

## Quand quelque chose ne va pas

apology-not-linked =
    .speech = Pour cela, je dois voir votre bibliothèque { -service }, et votre compte n'est pas encore associé. Ouvrez l'application Alexa : j'y ai mis une carte pour l'associer.
apology-link-expired =
    .speech = { -service } ne m'ouvre plus votre bibliothèque : cela arrive tous les quelques mois, ou quand l'accès a été retiré. Associez de nouveau votre compte avec la carte dans l'application Alexa.
apology-scope-missing =
    .speech = Vous avez associé votre compte avant que je sache faire cela, il me manque donc une autorisation. Associez de nouveau votre compte { -service } avec la carte dans l'application Alexa.
apology-not-admitted =
    .speech = { -service } ne me laisse pas encore voir votre bibliothèque : les responsables de cette skill doivent d'abord ajouter votre compte à leur liste. Demandez-le-leur.
apology-forbidden =
    .speech = { -service } ne me laisse pas lire cela.
apology-premium-required =
    .speech = { -service } réserve cela aux comptes Premium.
apology-not-found =
    .speech = Je ne trouve plus cela ; c'est peut-être supprimé depuis. Que souhaitez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
apology-no-active-device =
    .speech = { -service } n'est ouvert sur aucun appareil en ce moment.
apology-rate-limited =
    .speech = { -service } me demande de ralentir. Réessayez { wait }.
apology-quota-exceeded =
    .speech = Il y a eu tant de demandes aujourd'hui que { -service } ne veut plus de mes questions. Réessayez { wait }.
apology-rejected =
    .speech = { -service } n'a pas compris ma question. Je suis désolée ; c'est ma faute, pas la vôtre. Essayez autre chose plus tard.
apology-unavailable =
    .speech = Je n'arrive pas à joindre { -service } en ce moment. Réessayez dans un petit moment.
apology-too-slow =
    .speech = { -service } met trop de temps à répondre en ce moment. Réessayez dans un instant.
apology-unreadable =
    .speech = { -service } m'a donné une réponse que je ne peux pas lire. Réessayez dans un petit moment.
apology-deadline =
    .speech = Cela prend plus de temps que je n'en ai pour réfléchir. Redemandez-moi : la deuxième fois, c'est souvent plus rapide.
apology-provider =
    .speech = Je n'ai pas pu obtenir cela de { -service }. Réessayez dans un petit moment.
apology-busy =
    .speech = Il y a plus de monde en ce moment que je ne peux en servir. Réessayez dans un instant.
apology-unexpected =
    .speech = Quelque chose s'est mal passé de mon côté, j'en suis désolée. Réessayez dans un petit moment.

## Quoi écouter

picks =
    .speech = { $notice }{ $count ->
        [1] Pourquoi pas { $items } ? Je l'ai choisi, car { $reason }. Cela vous plaît ?
       *[other] Pourquoi pas { $items } ? J'ai choisi le premier, car { $reason }. Dites un autre pour la suite. Le premier vous plaît ?
    }
    .speech-2 = { $notice }{ $count ->
        [1] Il y a { $items }, car { $reason }. Est-ce pour vous ?
       *[other] Écoutez { $items }. Le premier, car { $reason }. Dites un autre, pourquoi, ou pas celui-là. Le premier est-il pour vous ?
    }
    .speech-3 = { $notice }{ $count ->
        [1] Je vous ferais écouter { $items }, car { $reason }. Cela vous dirait ?
       *[other] Je vous ferais écouter { $items }. Le numéro un, car { $reason }. Cela vous dirait, ou plutôt un autre ?
    }
    .reprompt = Dites j'aime, pas celui-là, pourquoi, ou un autre. Qu'en pensez-vous ?
    .title = Pour vous
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Je ne sais plus ce que j'avais recommandé. Demandez : qu'est-ce que je pourrais écouter, pour du nouveau. Que souhaitez-vous ?
    .reprompt = Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
picks-dry =
    .speech = C'est tout ce que j'ai pour vous aujourd'hui. Dites recommence pour le réentendre, ou demandez autre chose, par exemple quelque chose de calme. Que souhaitez-vous ?
    .speech-2 = Je n'ai plus rien pour aujourd'hui. Dites recommence, ou donnez une humeur ou un genre. Que souhaitez-vous ?
    .reprompt = Dites recommence, ou demandez quelque chose de calme. Que souhaitez-vous ?
pick-details =
    .speech = Le numéro { $number } est { $track }{ $album }{ $length }. Je l'ai choisi, car { $reason }. Cela vous plaît ?
    .reprompt = Dites j'aime, pas celui-là, plus dans ce genre, ou un autre. Cela vous plaît ?
why =
    .speech = J'ai choisi { $track } pour ceci : { $reasons }. Dois-je retenir que cela vous plaît ?
    .speech-2 = Si je vous propose { $track }, voici pourquoi : { $reasons }. Cela vous plaît ?
    .reprompt = Dites j'aime, pas celui-là, ou un autre. Cela vous plaît ?
    .title = Pourquoi ce choix ?
    .card =
        { $track } : { $reasons }.
        { $source }
why-nothing =
    .speech = Je n'ai encore rien recommandé. Demandez : qu'est-ce que je pourrais écouter, puis : pourquoi. Que souhaitez-vous ?
    .reprompt = Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Je ne connais pas encore vos goûts : vous n'avez rien écouté ni enregistré qui puisse me guider.
       *[other] Je ne connais pas encore vos goûts, car je n'ai pas pu voir tout ce que vous écoutez et enregistrez.
    } Nommez un artiste, par exemple : recommande quelque chose comme Nina Simone. Quel artiste aimez-vous ?
    .reprompt = Dites : recommande quelque chose comme, puis le nom d'un artiste. Quel artiste aimez-vous ?
wish-unmet =
    .speech = { $gaps }Je n'ai rien trouvé pour { $heard }, et je ne connais pas encore vos goûts. Nommez un artiste, par exemple : recommande quelque chose comme Nina Simone. Quel artiste aimez-vous ?
    .reprompt = Dites : recommande quelque chose comme, puis le nom d'un artiste. Quel artiste aimez-vous ?
rediscover-none =
    .speech = { $count ->
        [0] Vous n'avez pas de playlist à vous que je puisse parcourir. Demandez plutôt : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
        [1] J'ai parcouru l'une de vos playlists, et vous avez tout écouté récemment. Redemandez-moi demain, ou demandez : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
       *[other] J'ai parcouru { $count } de vos playlists, et vous avez tout écouté récemment. Redemandez-moi demain, ou demandez : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    }
    .reprompt = Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Pourquoi pas { $items } ? { $total ->
            [1] Je l'ai choisie, car { $reason }.
           *[other] J'ai pensé à la première, car { $reason }.
        } { open-which }
        [first] Pourquoi pas { $items } ? J'ai pensé à la première, car { $reason }. Dites suivant pour la suite. Laquelle dois-je ouvrir ?
       *[other] Il y a aussi { $items }. Laquelle dois-je ouvrir ?
    }
    .reprompt = Dites le nom d'une playlist, la première, ou suivant. Laquelle dois-je ouvrir ?
    .title = Des playlists pour vous, { $first } à { $last } sur { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Il n'y a pas de playlist sur votre étagère que je puisse recommander. Demandez plutôt : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?
    .reprompt = Vous pouvez demander : qu'est-ce que je pourrais écouter. Que souhaitez-vous ?

## Avant une recommandation ; chaque phrase finit par une espace

notices = { $first }{ $then }
notice-again = Vous avez entendu tout ce que j'ai pour aujourd'hui, je reprends donc du début.{" "}
notice-unmet = Je n'ai rien trouvé pour { $heard }, mais ceci devrait vous convenir quand même.{" "}
notice-nothing-new = Je n'ai rien trouvé de nouveau pour l'instant, mais ceci pourrait vous plaire.{" "}
notice-nothing-familiar = Vous connaissez déjà ce que vous aimez, alors voici du nouveau.{" "}
notice-heard = Vous connaissez déjà ceux-ci.{" "}
notice-playlists = Ceux-ci viennent de vos propres playlists.{" "}
notice-searched = { $count ->
        [1] J'ai cherché dans l'une de vos playlists ce que vous n'avez pas écouté dernièrement.{" "}
       *[other] J'ai cherché dans { $count } de vos playlists ce que vous n'avez pas écouté dernièrement.{" "}
    }
notice-liked = Bien, je retiens que vous aimez { $track }.{" "}
notice-disliked = D'accord, plus rien comme { $track } pendant un moment.{" "}
notice-more-like = Un peu comme { $track }.{" "}
notice-missing = J'ai dû me passer de ceci pour l'instant : { $sources }.{" "}
notice-scope = Je n'ai pas encore accès à ceci : { $sources } ; associez de nouveau votre compte pour l'ajouter.{" "}
source-favourites = vos favoris
source-plays = vos dernières écoutes
source-saves = vos titres enregistrés
source-followed = les artistes que vous suivez
source-playlists = vos playlists
source-discovery = les nouveautés

## Raisons ; chacune suit « car » ou deux points

reason-fits = cela va avec ce que vous écoutez
reason-of-the-day = c'est son tour aujourd'hui
reason-top-track = c'est l'un des titres que vous avez le plus écoutés { $span ->
        [weeks] ces dernières semaines
        [months] ces derniers mois
       *[years] au fil des années
    }
reason-top-artist = { $about } compte parmi vos artistes préférés { $span ->
        [weeks] de ces dernières semaines
        [months] de ces derniers mois
       *[years] de toujours
    }
reason-top-tracks = { $count ->
        [1] un
       *[other] { $count }
    } de vos titres préférés { $span ->
        [weeks] de ces dernières semaines
        [months] de ces derniers mois
       *[years] de toujours
    } { $count ->
        [1] est signé { $about }
       *[other] sont signés { $about }
    }
reason-played = { $count ->
        [1] vous avez écouté { $about } récemment
       *[other] { $count } de vos dernières écoutes étaient signées { $about }
    }
reason-saved = { $count ->
        [1] vous avez enregistré un titre signé { $about }
       *[other] vous avez enregistré { $count } titres signés { $about }
    }
reason-followed = vous suivez { $about }
reason-playlist = c'est dans votre playlist { $about }
reason-genre = c'est dans le genre { $about }, comme { $count ->
        [1] un artiste
       *[other] { $count } artistes
    } que vous écoutez
reason-mood = cela va avec un état d'esprit { $about }
reason-activity = c'est parfait pour { $about }
reason-asked-genre = c'est dans le genre { $about }, comme demandé
reason-asked-artist = c'est signé { $about }
reason-kindred = c'est le genre de musique que fait { $about }
reason-liked = vous avez aimé { $about }
reason-named = son nom mentionne { $about }, que vous écoutez beaucoup
reason-holds = { $count ->
        [1] un de ses titres est signé
       *[other] { $count } de ses titres sont signés
    } { $about }, que vous écoutez beaucoup

## À l'écran

screen-playlists = Mes playlists
screen-recommend = Que devrais-je écouter ?
screen-next = Suivant
screen-previous = Précédent
screen-another = Autre chose
screen-demo = Essayer la démo
screen-link-title = Associez votre compte { -service }
screen-link-text = Ouvrez l'application Alexa sur votre téléphone : la carte de { -skill } y associe votre compte { -service }.
touch-gone =
    .speech = Cet élément n'est plus là ; votre bibliothèque a changé entre-temps. Que souhaitez-vous à la place ?
    .reprompt = Vous pouvez dire : lis mes playlists. Que souhaitez-vous ?
