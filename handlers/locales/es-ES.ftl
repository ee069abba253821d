### Cada respuesta es un mensaje; los papeles se explican en en-US.ftl.

-skill = Estante de discos
-service = Spotify

## Piezas de frases

playlist-number = la playlist número { $number }
track-number = la canción número { $number }
artist-nameless = un artista sin nombre
somebody-else = otra persona
track-by = { $title } de { $artist }
track-by-two = { $title } de { $artist } con { $guest }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } canción
       *[other] { $count } canciones
    }
from-album = , del álbum { $album }
track-length = . Dura { $length }
playlist-length = , { $length } en total
playlist-length-at-least = , al menos { $length } en total
seconds = { $count ->
        [one] un segundo
       *[other] { $count } segundos
    }
minutes = { $count ->
        [one] un minuto
       *[other] { $count } minutos
    }
hours = { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }
hours-and-minutes = { hours } y { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }
wait = { $unit ->
        [minutes] { $count ->
            [one] dentro de un minuto
           *[other] dentro de { $count } minutos
        }
        [hours] { $count ->
            [one] dentro de una hora más o menos
           *[other] dentro de unas { $count } horas
        }
        [tomorrow] mañana
       *[later] más tarde
    }
from-service = De { -service }
from-sample = Del estante de ejemplo incluido
stale = { -service } no responde ahora mismo, así que esto es de hace un rato.{" "}
partial = Ahora mismo solo he podido leer { $read } de { $total }.{" "}
unreadable = { $count ->
        [one] Dejo fuera una entrada que no puedo leer.
       *[other] Dejo fuera { $count } entradas que no puedo leer.
    }{" "}
list-changed = Tu biblioteca ha cambiado desde entonces, así que sigo por donde íbamos.{" "}
shelf-count = { $count ->
        [0] no hay ninguna playlist todavía
        [one] hay una playlist
       *[other] hay { $count } playlists
    }
launch-hint = { $count ->
        [0] Aun así puedo recomendarte música; pregunta: qué puedo escuchar.
       *[other] Puedes decir: lee mis playlists, abrir una por su nombre, o preguntar qué puedes escuchar.
    }
launch-offer = { $count ->
        [0] Aun así puedo recomendarte música; pregunta: qué puedo escuchar.
       *[other] Pregunta por tus playlists, por una en concreto, o por algo que escuchar.
    }

## Al abrir

launch =
    .speech = Te doy la bienvenida a { -skill }. En tu estante { shelf-count }. { launch-hint } ¿Qué te apetece?
    .speech-2 = Esto es { -skill }. En tu estante { shelf-count }. { launch-offer } ¿Qué va a ser?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
    .title = { -skill }
    .card =
        En { -service } { shelf-count }.
        Prueba con «lee mis playlists», «abre» y el nombre de una, o «qué puedo escuchar».
launch-named =
    .speech = Hola, { $name }. En tu estante { shelf-count }. { launch-hint } ¿Qué te apetece?
    .speech-2 = Qué bien que hayas vuelto, { $name }. En tu estante { shelf-count }. { launch-offer } ¿Qué va a ser?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
    .title = { -skill }
    .card =
        Hola, { $name }. En { -service } { shelf-count }.
        Prueba con «lee mis playlists», «abre» y el nombre de una, o «qué puedo escuchar».
launch-without-playlists =
    .speech = Te doy la bienvenida a { -skill }. Ahora mismo no puedo leer tus playlists, pero puedes preguntarme qué escuchar. ¿Qué te apetece?
    .reprompt = Puedes decir: qué puedo escuchar. ¿Qué te apetece?
launch-unlinked =
    .speech = Te doy la bienvenida a { -skill }. Leo en voz alta tus playlists de { -service }, encuentro una por su nombre y recomiendo música a tu gusto. Para eso necesito ver tu biblioteca: vincula tu cuenta de { -service } con la tarjeta de la aplicación Alexa. O di: prueba la demo, para oír cómo funciono. ¿Qué te apetece?
    .reprompt = Di: prueba la demo, o vincula tu cuenta en la aplicación Alexa. ¿Qué te apetece?

## El estante

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Tienes { shelf-total }: { $items }. { open-which }
        [first] Tienes { shelf-total }. Las primeras { $last } son { $items }. Di siguiente para seguir, o el nombre de una. ¿Cuál va a ser?
        [middle] De la { $first } a la { $last }, de { $total }: { $items }. Di siguiente, o un nombre. ¿Cuál va a ser?
       *[last] Para terminar: { $items }. ¿Cuál abro?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] En tu estante hay { shelf-total }: { $items }. { open-which }
        [first] En tu estante hay { shelf-total }, empezando por { $items }. Di siguiente para continuar, o un nombre. ¿Cuál va a ser?
        [middle] Luego vienen { $items }. Eran de la { $first } a la { $last }, de { $total }. ¿Abro una, o sigo?
       *[last] Y por último { $items }. ¿Cuál abro?
    }
    .reprompt = Di siguiente, anterior, o el nombre de una playlist. ¿Cuál va a ser?
    .title = Tus playlists, de { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [one] ¿La abro?
       *[other] ¿Cuál abro?
    }
shelf-total = { $total ->
        [one] una playlist
       *[other] { $total } playlists
    }
playlists-none =
    .speech = Todavía no hay playlists en tu biblioteca de { -service }. Cuando crees una o sigas alguna, te la leeré. Aun así puedo recomendarte música; pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?

## Una playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] En { $name } hay { track-total }{ $length }: { $items }. ¿Qué te apetece ahora?
        [first] En { $name } hay { track-total }{ $length }. Empieza con { $items }. Di siguiente para más. ¿Qué te apetece?
        [middle] Canciones de la { $first } a la { $last }, de { $total }: { $items }. Di siguiente para más. ¿Qué te apetece?
       *[last] Termina con { $items }. ¿Qué te apetece ahora?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Aquí está { $name }, { track-total }{ $length }: { $items }. ¿Qué te apetece ahora?
        [first] Aquí está { $name }, { track-total }{ $length }. Primero { $items }. Di siguiente para seguir. ¿Qué te apetece?
        [middle] Luego { $items }. Vamos por la { $last } de { $total }. ¿Sigo, o prefieres otra cosa?
       *[last] Y al final { $items }. ¿Qué te apetece ahora?
    }
    .reprompt = Di siguiente, anterior, o el nombre de otra playlist. ¿Qué te apetece?
    .title = { $name }, de { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [one] una canción
       *[other] { $total } canciones
    }
tracks-none =
    .speech = En { $name } todavía no hay nada. ¿Qué otra playlist abro?
    .reprompt = Di el nombre de una playlist. ¿Cuál va a ser?
track-details =
    .speech = La número { $number } es { $track }{ $album }{ $length }. ¿Qué te apetece ahora?
    .reprompt = Di siguiente, un número, o el nombre de una playlist. ¿Qué te apetece?
playlist-long =
    .speech = { $partial }En { $name } hay { track-total }{ $length }. ¿Qué te apetece ahora?
    .reprompt = Di abre, siguiente, o el nombre de una playlist. ¿Qué te apetece?
playlist-maker =
    .speech = { $maker ->
        [mine] { $name } es tuya: la creaste tú. ¿Qué te apetece ahora?
        [together] { $name } es de { $owner }, y varias personas añaden canciones. ¿Qué te apetece ahora?
        [shared] Varias personas añaden canciones a { $name }. ¿Qué te apetece ahora?
        [unknown] No sé quién creó { $name }. ¿Qué te apetece ahora?
       *[theirs] { $name } es de { $owner }. ¿Qué te apetece ahora?
    }
    .reprompt = Puedes preguntar cuánto dura, o decir el nombre de otra playlist. ¿Qué te apetece?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Lo último en { $name }: { $items }{ $since }. ¿Qué te apetece ahora?
        [first] Lo último en { $name }: { $items }{ $since }. Di siguiente para lo anterior. ¿Qué te apetece?
        [middle] Antes llegaron { $items }. Di siguiente para más. ¿Qué te apetece?
       *[last] Y al principio { $items }. ¿Qué te apetece ahora?
    }
    .reprompt = Di siguiente, o el nombre de otra playlist. ¿Qué te apetece?
    .title = Lo último en { $name }
    .card =
        { $lines }
        { $source }
news-since = . Lo más reciente es del { $date }
news-none =
    .speech = En { $name } todavía no hay nada. ¿Qué otra playlist abro?
    .reprompt = Di el nombre de una playlist. ¿Cuál va a ser?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } es de { $owner }, y { -service } solo me deja leer playlists que son tuyas o que editas con otras personas. ¿Cuál de las tuyas abro en su lugar?
       *[other] { -service } no me deja leer { $name }. Puedo leer casi todas las playlists que son tuyas o que editas con otras personas. ¿Qué otra abro?
    }
    .reprompt = Di el nombre de una playlist tuya. ¿Cuál va a ser?
playlist-gone =
    .speech = Esa playlist ya no está en tu estante. ¿Qué otra abro?
    .reprompt = Di el nombre de una playlist. ¿Cuál va a ser?

## Lo guardado, lo escuchado, lo querido

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Has guardado { $items }. ¿Qué te apetece ahora?
        [first] Lo último que has guardado: { $items }. Di siguiente para lo anterior. ¿Qué te apetece?
        [middle] Antes, { $items }. Di siguiente para más. ¿Qué te apetece?
       *[last] Y aún antes, { $items }. ¿Qué te apetece ahora?
    }
    .reprompt = Di siguiente, un número, o: lee mis playlists. ¿Qué te apetece?
    .title = Guardado últimamente
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Todavía no hay canciones guardadas en tu biblioteca. Puedes decir: lee mis playlists. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Has escuchado { $items }. ¿Qué te apetece ahora?
        [first] Lo último que has escuchado: { $items }. Di siguiente para lo anterior. ¿Qué te apetece?
        [middle] Antes, { $items }. Di siguiente para más. ¿Qué te apetece?
       *[last] Y antes de todo eso, { $items }. ¿Qué te apetece ahora?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Hace poco escuchaste { $items }. ¿Qué te apetece ahora?
        [first] Hace poco escuchaste { $items }. Di siguiente para ir más atrás. ¿Qué te apetece?
        [middle] Más atrás, { $items }. Di siguiente para seguir. ¿Qué te apetece?
       *[last] Y lo más lejano, { $items }. ¿Qué te apetece ahora?
    }
    .reprompt = Di siguiente, o pregunta qué puedes escuchar. ¿Qué te apetece?
    .title = Escuchado últimamente
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { -service } no me dice nada de lo que has escuchado últimamente. Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?
during = { $span ->
        [weeks] en las últimas cuatro semanas
        [years] a lo largo de los años
       *[months] en los últimos seis meses
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Tus artistas favoritos { during }: { $items }. ¿Qué te apetece ahora?
        [first] Los artistas que más has escuchado { during } son { $items }. Di siguiente para más. ¿Qué te apetece?
        [middle] Luego vienen { $items }. Di siguiente para más. ¿Qué te apetece?
       *[last] Y después { $items }. ¿Qué te apetece ahora?
    }
    .reprompt = Di siguiente, o di una época, por ejemplo: mis artistas favoritos de siempre. ¿Qué te apetece?
    .title = Tus artistas favoritos { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } no sabe lo suficiente de lo que has escuchado { during }. Prueba con: mis artistas favoritos de siempre. ¿Qué te apetece?
    .reprompt = Puedes decir: mis artistas favoritos de siempre. ¿Qué te apetece?
artist-details =
    .speech = El número { $number } es { $name }{ $genres }. Di: algo como { $name }, y busco más. ¿Qué te apetece?
    .reprompt = Di siguiente, o: algo como { $name }. ¿Qué te apetece?
artist-genres = , conocido por { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Tus canciones favoritas { during }: { $items }. ¿Qué te apetece ahora?
        [first] Las canciones que más has escuchado { during } son { $items }. Di siguiente para más. ¿Qué te apetece?
        [middle] Luego vienen { $items }. Di siguiente para más. ¿Qué te apetece?
       *[last] Y después { $items }. ¿Qué te apetece ahora?
    }
    .reprompt = Di siguiente, o di una época, por ejemplo: mis canciones favoritas de siempre. ¿Qué te apetece?
    .title = Tus canciones favoritas { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } no sabe lo suficiente de lo que has escuchado { during }. Prueba con: mis canciones favoritas de siempre. ¿Qué te apetece?
    .reprompt = Puedes decir: mis canciones favoritas de siempre. ¿Qué te apetece?

## Novedades de quienes se sigue

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Nuevo en los últimos tres meses: { $items }. ¿Qué te apetece ahora?
        [first] Nuevo en los últimos tres meses: { $items }. Di siguiente para más. ¿Qué te apetece?
        [middle] Luego { $items }. Di siguiente para más. ¿Qué te apetece?
       *[last] Y { $items }. ¿Qué te apetece ahora?
    }
    .reprompt = Di siguiente, o un número para saber más. ¿Qué te apetece?
    .title = Novedades
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Todavía no sigues a ningún artista en { -service }, así que no tengo por quién preguntar.
        [one] El artista que sigues no ha publicado nada en los últimos tres meses.
       *[other] Los { $artists } artistas que sigues y más escuchas no han publicado nada en los últimos tres meses.
    } ¿Qué te apetece en su lugar?
    .reprompt = Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?
releases-partial = { $count ->
        [one] Por uno de tus artistas no he podido preguntar ahora.
       *[other] Por { $count } de tus artistas no he podido preguntar ahora.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = El número { $number } es { $album }{ $total ->
        [0] {""}
        [one] , una sola canción
       *[other] , { $total } canciones
    }{ $day }. ¿Qué te apetece ahora?
    .reprompt = Di siguiente, un número, o: lee mis playlists. ¿Qué te apetece?
released-on = , publicado el { $date }
released-in = , publicado en { $date }

## Dónde está una canción

which-song =
    .speech = Di: en qué playlist está, y después el título. ¿Qué canción buscas?
    .reprompt = Di: en qué playlist está, y el título. ¿Qué canción es?
song-there =
    .speech = { $heard } está en { $name }. He buscado en { searched-of }. ¿La abro?
    .reprompt = ¿Abro { $name }?
song-where =
    .speech = { $heard } está en { $names }{ $more ->
        [0] {""}
       *[other] , y en { $more } más
    }. He buscado en { searched-of }. ¿Cuál abro?
    .reprompt = Di el nombre de una playlist. ¿Cuál abro?
song-nowhere =
    .speech = No he encontrado { $heard }. He buscado en { searched-of }. Di: en qué playlist está, y otro título, o: lee mis playlists. ¿Qué te apetece?
    .reprompt = Di: en qué playlist está, y un título. ¿Qué canción es?
searched-of = { $total ->
        [0] cero playlists, porque no hay ninguna que pueda leer
        [one] tu única playlist
       *[other] { $left ->
            [0] todas las playlists que puedo leer, { $total }
           *[other] { $searched } de las { $total } playlists que puedo leer
        }
    }

## La cuenta

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Todavía no hay playlists en tu estante. ¿Qué te apetece en su lugar?
        [one] Hay una playlist en tu estante. ¿La abro, o qué te apetece?
       *[other] Hay { $count } playlists en tu estante; { own-among }. ¿Qué te apetece?
    }
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
own-among = { $unknown ->
        [0] { $others ->
                [0] todas son tuyas
               *[other] { $own ->
                    [0] ninguna es tuya
                    [one] una es tuya
                   *[other] { $own } son tuyas
                }
            }
       *[other] { $own ->
            [0] no sé cuáles son tuyas
            [one] al menos una es tuya
           *[other] al menos { $own } son tuyas
        }
    }
account-of =
    .speech = Es la cuenta de { -service } de { $name }. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
account-sample =
    .speech = No hay ninguna cuenta vinculada: este es el estante de ejemplo incluido. Para oír tu propia música, vincula tu cuenta de { -service } en la aplicación Alexa. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
account-nameless =
    .speech = Hay una cuenta de { -service } vinculada, pero no tiene un nombre que pueda decir. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
refreshed =
    .speech = He vuelto a leer tu biblioteca. En tu estante { shelf-count }. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
refresh-later =
    .speech = Ahora mismo no he podido. Lo que sé de tu biblioteca se renovará solo dentro de poco. ¿Qué te apetece en su lugar?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
forget-me =
    .speech = Olvidaría todo lo que he leído de tu biblioteca y lo que me has dicho que te gusta. Tu cuenta de { -service } se queda como está. ¿Lo hago?
    .reprompt = ¿Lo olvido todo? ¿Sí o no?
forgotten =
    .speech = Hecho. He olvidado lo que sabía de ti. Para desvincular también tu cuenta, desactiva la skill en la aplicación Alexa. Hasta luego.
forget-later =
    .speech = Ahora mismo no puedo acceder a mi memoria. Vuelve a pedírmelo dentro de un rato; lo que quede caduca solo en dos semanas.

## La demo

demo =
    .speech = Aquí tienes un estante de ejemplo con música antigua. Pídeme que lea tus playlists, que abra Deep Focus, o di: qué puedo escuchar. ¿Qué te apetece?
    .speech-2 = Imagina que este estante de música antigua fuera tuyo. Di: lee mis playlists, abre Ragtime Party, o: qué puedo escuchar. ¿Qué va a ser?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
demo-needless =
    .speech = No te hace falta la demo: tu propia biblioteca está vinculada. Di: lee mis playlists, o: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
progress =
    .speech = Un momento, lo miro.
    .speech-2 = Déjame repasar tu música.

## Cuál es la que se busca

which-playlist =
    .speech = ¿Qué playlist quieres?
    .speech-2 = ¿Cuál va a ser?
    .reprompt = Di el nombre de una playlist, o: lee mis playlists. ¿Cuál va a ser?
did-you-mean =
    .speech = He encontrado { $name }. ¿Es esa?
    .speech-2 = ¿Querías decir { $name }?
    .reprompt = Di sí para { $name }, o dime otro nombre. ¿Es esa?
did-you-mean-which =
    .speech = ¿Querías decir { $first }, o { $second }?
    .speech-2 = ¿Es { $first }, o { $second }?
    .reprompt = Di la primera o la segunda, o dime otro nombre. ¿Cuál es?
no-such-playlist =
    .speech = He entendido { $heard }, y en tu estante no hay ninguna playlist así. Dime otra vez su nombre, o di: lee mis playlists. ¿Cuál va a ser?
    .speech-2 = No he encontrado una playlist llamada { $heard }. Prueba otra vez, o di: lee mis playlists. ¿Cuál va a ser?
    .reprompt = Di el nombre de una playlist, o: lee mis playlists. ¿Cuál va a ser?
no-such-playlist-partial =
    .speech = No he encontrado una playlist llamada { $heard }. { $partial }Prueba otra vez, o di: lee mis playlists. ¿Cuál va a ser?
    .reprompt = Di el nombre de una playlist, o: lee mis playlists. ¿Cuál va a ser?

yes-to-nothing =
    .speech = Con gusto, pero ¿a qué? Puedes decir: lee mis playlists, o preguntar: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
no-not-that =
    .speech = De acuerdo, esa no. Dime otro nombre, o di: lee mis playlists, y elige por número. ¿Cuál va a ser?
    .reprompt = Dime un nombre, o di: lee mis playlists. ¿Cuál va a ser?
no-then-what =
    .speech = De acuerdo. ¿Qué te apetece en su lugar?
    .reprompt = Puedes decir: lee mis playlists, o para. ¿Qué te apetece?
which-number =
    .speech = ¿Qué número quieres?
    .reprompt = Di un número de la lista, o el nombre de una playlist. ¿Cuál va a ser?

## Por una lista

list-end =
    .speech = Ese era el final de la lista. Di anterior, desde el principio, o un nombre. ¿Qué te apetece?
    .reprompt = Di desde el principio, o el nombre de una playlist. ¿Qué te apetece?
list-start =
    .speech = Este es el principio de la lista. Di siguiente, o un nombre. ¿Qué te apetece?
    .reprompt = Di siguiente, o el nombre de una playlist. ¿Qué te apetece?
list-no-such =
    .speech = { $total ->
        [one] En esta lista solo hay uno. Di repite para oírlo otra vez. ¿Qué te apetece?
       *[other] Esta lista va del uno al { $total }. ¿Qué número quieres?
    }
    .reprompt = Di un número, o siguiente. ¿Cuál va a ser?
list-unreadable =
    .speech = En esta lista hay algo, pero ahora mismo no puedo leer nada. Puedes decir: lee mis playlists. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
nothing-to-page =
    .speech = Ahora mismo no estoy leyendo ninguna lista, así que no hay nada que seguir. Di: lee mis playlists, para empezar. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?

## Ayuda, y lo que nadie entiende

help =
    .speech = Di: lee mis playlists. O: abre, y el nombre de una playlist. O pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
help-list =
    .speech = Di siguiente o anterior para moverte, o un nombre o un número para saber más. Di: lee mis playlists, para volver a tu estante. ¿Qué te apetece?
    .reprompt = Di siguiente, o un nombre. ¿Qué te apetece?
help-which =
    .speech = Dime el nombre de una de tus playlists, como se lo dirías a alguien. O di: lee mis playlists. ¿Cuál va a ser?
    .reprompt = Dime un nombre, o di: lee mis playlists. ¿Cuál va a ser?
help-meant =
    .speech = Di sí o no, o la primera, o la segunda. También puedes repetir el nombre. ¿Cuál es?
    .reprompt = Di la primera o la segunda, o un nombre. ¿Cuál es?
help-confirm =
    .speech = Di sí y lo hago, o no y todo sigue como está. ¿Lo hago?
    .reprompt = ¿Sí o no?
help-unlinked =
    .speech = Leo playlists de { -service } en voz alta y recomiendo música. Di: prueba la demo, para oír cómo. Para tu propia música, vincula tu cuenta de { -service } en la aplicación Alexa. ¿Qué te apetece?
    .reprompt = Di: prueba la demo. ¿Qué te apetece?
fallback =
    .speech = No lo he entendido. Puedes decir: lee mis playlists, o preguntar: qué puedo escuchar. ¿Qué te apetece?
    .speech-2 = Ahí me pierdo. Prueba con: lee mis playlists, o: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
fallback-list =
    .speech = No lo he entendido. Di siguiente, anterior, o el nombre de una playlist. ¿Qué te apetece?
    .reprompt = Di siguiente, o el nombre de una playlist. ¿Qué te apetece?
fallback-which =
    .speech = No he captado el nombre. También puedes decir: lee mis playlists, y elegir por número. ¿Cuál va a ser?
    .reprompt = Dime un nombre, o di: lee mis playlists. ¿Cuál va a ser?
fallback-meant =
    .speech = No lo he entendido. Di la primera o la segunda, o repite el nombre. ¿Cuál es?
    .reprompt = Di la primera o la segunda. ¿Cuál es?
fallback-confirm =
    .speech = No lo he entendido. ¿Sí o no?
    .reprompt = ¿Sí o no?
fallback-unlinked =
    .speech = No lo he entendido. Di: prueba la demo, para oír cómo funciono, o ayuda. ¿Qué te apetece?
    .reprompt = Di: prueba la demo, o ayuda. ¿Qué te apetece?
goodbye =
    .speech = Hasta luego.
    .speech-2 = Hasta la próxima.

## Cuando algo sale mal

apology-not-linked =
    .speech = Para eso necesito ver tu biblioteca de { -service }, y tu cuenta todavía no está vinculada. Abre la aplicación Alexa: he dejado allí una tarjeta para vincularla.
apology-link-expired =
    .speech = { -service } ya no me deja entrar en tu biblioteca: pasa cada pocos meses, o cuando se retira el permiso. Vuelve a vincular tu cuenta con la tarjeta de la aplicación Alexa.
apology-scope-missing =
    .speech = Vinculaste tu cuenta antes de que yo supiera hacer esto, así que falta un permiso. Vuelve a vincular tu cuenta de { -service } con la tarjeta de la aplicación Alexa.
apology-not-admitted =
    .speech = { -service } todavía no me deja ver tu biblioteca: quien gestiona esta skill tiene que añadir antes tu cuenta a su lista. Pídeselo, por favor.
apology-forbidden =
    .speech = { -service } no me deja leer eso.
apology-premium-required =
    .speech = { -service } solo ofrece eso con cuentas Premium.
apology-not-found =
    .speech = Ya no lo encuentro; puede que lo hayan borrado. ¿Qué te apetece en su lugar?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
apology-no-active-device =
    .speech = Ahora mismo { -service } no está abierto en ningún dispositivo.
apology-rate-limited =
    .speech = { -service } me pide que vaya más despacio. Prueba otra vez { wait }.
apology-quota-exceeded =
    .speech = Hoy ha preguntado tanta gente que { -service } ya no quiere más preguntas mías. Prueba otra vez { wait }.
apology-rejected =
    .speech = { -service } no ha entendido mi pregunta. Lo siento; es culpa mía, no tuya. Prueba con otra cosa más tarde.
apology-unavailable =
    .speech = Ahora mismo no consigo hablar con { -service }. Prueba otra vez dentro de un rato.
apology-too-slow =
    .speech = { -service } tarda demasiado en responder. Prueba otra vez en un momento.
apology-unreadable =
    .speech = { -service } me ha dado una respuesta que no sé leer. Prueba otra vez dentro de un rato.
apology-deadline =
    .speech = Eso lleva más tiempo del que puedo pensarlo. Pregúntame otra vez: a la segunda suele ir más rápido.
apology-provider =
    .speech = No he podido conseguir eso de { -service }. Prueba otra vez dentro de un rato.
apology-busy =
    .speech = Ahora mismo pregunta más gente de la que puedo atender. Prueba otra vez en un momento.
apology-unexpected =
    .speech = Algo ha salido mal por mi parte. Lo siento. Prueba otra vez dentro de un rato.

## Qué escuchar

picks =
    .speech = { $notice }{ $count ->
        [one] ¿Qué tal { $items }? La he elegido porque { $reason }. ¿Te gusta?
       *[other] ¿Qué tal { $items }? He elegido la primera porque { $reason }. Di otra para más. ¿Te gusta la primera?
    }
    .speech-2 = { $notice }{ $count ->
        [one] Tengo { $items }, porque { $reason }. ¿Te va?
       *[other] Escucha { $items }. La primera, porque { $reason }. Di otra, por qué, o esa no. ¿Te va la primera?
    }
    .speech-3 = { $notice }{ $count ->
        [one] Yo te pondría { $items }, porque { $reason }. ¿Te apetece?
       *[other] Yo te pondría { $items }. La número uno, porque { $reason }. ¿Te apetece, o prefieres otra?
    }
    .reprompt = Di me gusta, esa no, por qué, u otra. ¿Qué te parece?
    .title = Para ti
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Ya no sé qué te había recomendado. Pregunta: qué puedo escuchar, para algo nuevo. ¿Qué te apetece?
    .reprompt = Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?
picks-dry =
    .speech = Eso es todo lo que tengo hoy para ti. Di desde el principio para oírlo otra vez, o pide otra cosa, por ejemplo algo tranquilo. ¿Qué te apetece?
    .speech-2 = Por hoy no me queda nada más. Di desde el principio, o pide un estado de ánimo o un género. ¿Qué te apetece?
    .reprompt = Di desde el principio, o pide algo tranquilo. ¿Qué te apetece?
pick-details =
    .speech = La número { $number } es { $track }{ $album }{ $length }. La he elegido porque { $reason }. ¿Te gusta?
    .reprompt = Di me gusta, esa no, más así, u otra. ¿Te gusta?
why =
    .speech = He elegido { $track } por esto: { $reasons }. ¿Quieres que recuerde que te gusta?
    .speech-2 = A favor de { $track }: { $reasons }. ¿Te gusta?
    .reprompt = Di me gusta, esa no, u otra. ¿Te gusta?
    .title = ¿Por qué esta?
    .card =
        { $track }: { $reasons }.
        { $source }
why-nothing =
    .speech = Todavía no he recomendado nada. Pregunta: qué puedo escuchar, y luego: por qué. ¿Qué te apetece?
    .reprompt = Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Todavía no conozco tus gustos: no hay nada que hayas escuchado o guardado que me sirva de guía.
       *[other] Todavía no conozco tus gustos, porque no he podido ver todo lo que escuchas y guardas.
    } Dime un artista, por ejemplo: recomiéndame algo como Nina Simone. ¿Qué artista te gusta?
    .reprompt = Di: recomiéndame algo como, y el nombre de un artista. ¿Qué artista te gusta?
wish-unmet =
    .speech = { $gaps }No he encontrado nada para { $heard }, y todavía no conozco tus gustos. Dime un artista, por ejemplo: recomiéndame algo como Nina Simone. ¿Qué artista te gusta?
    .reprompt = Di: recomiéndame algo como, y el nombre de un artista. ¿Qué artista te gusta?
rediscover-none =
    .speech = { $count ->
        [0] No tienes ninguna playlist tuya en la que pueda buscar. Pregunta mejor: qué puedo escuchar. ¿Qué te apetece?
        [one] He buscado en una de tus playlists, y todo lo has escuchado hace poco. Pregúntame mañana, o di: qué puedo escuchar. ¿Qué te apetece?
       *[other] He buscado en { $count } de tus playlists, y todo lo has escuchado hace poco. Pregúntame mañana, o di: qué puedo escuchar. ¿Qué te apetece?
    }
    .reprompt = Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] ¿Qué tal { $items }? { $total ->
            [one] La he elegido porque { $reason }.
           *[other] He pensado en la primera porque { $reason }.
        } { open-which }
        [first] ¿Qué tal { $items }? He pensado en la primera porque { $reason }. Di siguiente para más. ¿Cuál abro?
       *[other] También está { $items }. ¿Cuál abro?
    }
    .reprompt = Di el nombre de una playlist, la primera, o siguiente. ¿Cuál abro?
    .title = Playlists para ti, de { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = En tu estante no hay ninguna playlist que pueda recomendarte. Pregunta mejor: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Puedes preguntar: qué puedo escuchar. ¿Qué te apetece?

## Antes de una recomendación; cada frase acaba con un espacio

notices = { $first }{ $then }
notice-again = Ya has oído todo lo que tengo para hoy, así que empiezo desde el principio.{" "}
notice-unmet = No he encontrado nada para { $heard }, pero esto te va de todas formas.{" "}
notice-nothing-new = No he encontrado nada nuevo ahora mismo, pero esto quizá te guste.{" "}
notice-nothing-familiar = Lo que te gusta ya lo has escuchado, así que aquí va algo nuevo.{" "}
notice-heard = Estas ya las conoces.{" "}
notice-playlists = Estas son de tus propias playlists.{" "}
notice-searched = { $count ->
        [one] He buscado en una de tus playlists lo que llevas tiempo sin escuchar.{" "}
       *[other] He buscado en { $count } de tus playlists lo que llevas tiempo sin escuchar.{" "}
    }
notice-liked = Bien, recordaré que te gusta { $track }.{" "}
notice-disliked = De acuerdo, nada como { $track } por un tiempo.{" "}
notice-more-like = Más como { $track }.{" "}
notice-missing = Ahora mismo he tenido que prescindir de { $sources }.{" "}
notice-scope = Todavía no tengo permiso para ver { $sources }; vuelve a vincular tu cuenta para añadirlo.{" "}
source-favourites = tus favoritos
source-plays = lo que has escuchado últimamente
source-saves = tus canciones guardadas
source-followed = los artistas que sigues
source-playlists = tus playlists
source-discovery = música nueva

## Razones; cada una sigue a «porque»

reason-fits = va con lo que escuchas
reason-of-the-day = hoy le toca
reason-top-track = está entre las canciones que más has escuchado { $span ->
        [weeks] en las últimas semanas
        [months] en los últimos meses
       *[years] a lo largo de los años
    }
reason-top-artist = { $about } está entre tus artistas favoritos { $span ->
        [weeks] de las últimas semanas
        [months] de los últimos meses
       *[years] de siempre
    }
reason-top-tracks = { $count ->
        [one] una
       *[other] { $count }
    } de tus canciones favoritas { $span ->
        [weeks] de las últimas semanas
        [months] de los últimos meses
       *[years] de siempre
    } { $count ->
        [one] es de { $about }
       *[other] son de { $about }
    }
reason-played = { $count ->
        [one] has escuchado { $about } hace poco
       *[other] { $count } de tus últimas escuchas eran de { $about }
    }
reason-saved = { $count ->
        [one] guardaste una canción de { $about }
       *[other] guardaste { $count } canciones de { $about }
    }
reason-followed = sigues a { $about }
reason-playlist = está en tu playlist { $about }
reason-genre = es { $about }, como { $count ->
        [one] un artista
       *[other] { $count } artistas
    } que escuchas
reason-mood = va bien con un ánimo { $about }
reason-activity = va bien para { $about }
reason-asked-genre = es { $about }, como pediste
reason-asked-artist = es de { $about }
reason-kindred = es la clase de música que hace { $about }
reason-liked = te gustó { $about }
reason-named = su nombre menciona a { $about }, y escuchas mucho su música
reason-holds = { $count ->
        [one] una de sus canciones es
       *[other] { $count } de sus canciones son
    } de { $about }, y escuchas mucho su música

## En la pantalla

screen-playlists = Mis listas
screen-recommend = ¿Qué debería escuchar?
screen-next = Siguiente
screen-previous = Anterior
screen-another = Otra cosa
screen-demo = Probar la demo
screen-link-title = Vincula tu cuenta de { -service }
screen-link-text = Abre la aplicación Alexa en tu móvil: con la tarjeta de { -skill } vinculas allí tu cuenta de { -service }.
touch-gone =
    .speech = Eso ya no está; tu biblioteca ha cambiado desde entonces. ¿Qué quieres en su lugar?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
