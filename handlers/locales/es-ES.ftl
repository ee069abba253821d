### Cada respuesta es un mensaje; los papeles se explican en en-US.ftl.

-skill = Estante de discos
-service = Spotify

## Piezas de frases

playlist-number = la playlist número { $number }
playlist-of-size = { $name } con { $count ->
        [one] una canción
       *[other] { $count } canciones
    }
playlist-of-owner = { $name } de { $owner }
playlist-at = { $name }, número { $number }
track-number = la canción número { $number }
artist-nameless = un artista sin nombre
track-by = { $title } de { $artist }
track-by-two = { $title } de { $artist } con { $guest }
track-of-album = { $track } del álbum { $album }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [one] { $count } canción
       *[other] { $count } canciones
    }
from-album = , del álbum { $album }
from-album-of-year = , del álbum { $album }, de { $year }
of-year = , de { $year }
track-length = . Dura { $length }
playlist-length = , { $length } en total
playlist-length-at-least = , al menos { $length } en total
playlist-length-unknown = , pero no veo cuánto dura
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
stale = Ahora mismo no recibo nada más reciente de { -service }, así que esto es de hace { $unit ->
        [minutes] { $count ->
            [one] un minuto
           *[other] { $count } minutos
        }
        [hours] { $count ->
            [one] una hora más o menos
           *[other] unas { $count } horas
        }
       *[later] un rato
    }.{" "}
partial = Ahora mismo solo he podido leer { $read } de { $total }.{" "}
unreadable = { $count ->
        [one] Dejo fuera una entrada que no puedo leer.
       *[other] Dejo fuera { $count } entradas que no puedo leer.
    }{" "}
ago = { $unit ->
        [minutes] { $count ->
            [one] hace un minuto
           *[other] hace { $count } minutos
        }
        [days] hace { $count } días
       *[hours] { $count ->
            [one] hace más o menos una hora
           *[other] hace unas { $count } horas
        }
    }
list-changed = Tu biblioteca ha cambiado desde entonces, así que sigo por donde íbamos.{" "}
shelf-count = { $count ->
        [0] cero playlists
        [one] una playlist
       *[other] { $count } playlists
    }
## Al abrir

launch =
    .speech = Hola, soy { -skill }. Tienes { shelf-count }. ¿Te busco algo para escuchar?
    .speech-2 = Aquí { -skill }. Tienes { shelf-count }. ¿Quieres que elija algo?
    .speech-3 = Te habla { -skill }. Tienes { shelf-count }. ¿Te busco algo?
    .reprompt = También puedes decir: lee mis playlists. ¿Elijo algo?
    .title = { -skill }
    .card =
        Tienes { shelf-count } en { -service }.
        Prueba: «lee mis playlists», «abre» y un nombre, o «qué puedo escuchar».
launch-named =
    .speech = Hola, { $name }. Tienes { shelf-count }. ¿Te busco algo para escuchar?
    .speech-2 = Hola, { $name }. Tienes { shelf-count }. ¿Quieres que elija algo?
    .speech-3 = Me alegra oírte, { $name }. Tienes { shelf-count }. ¿Te busco algo?
    .reprompt = También puedes decir: lee mis playlists. ¿Elijo algo?
    .title = { -skill }
    .card =
        Hola, { $name }. Tienes { shelf-count } en { -service }.
        Prueba: «lee mis playlists», «abre» y un nombre, o «qué puedo escuchar».
launch-without-playlists =
    .speech = Te doy la bienvenida a { -skill }. Ahora mismo no puedo leer tus playlists, pero puedes preguntarme qué escuchar. ¿Qué te apetece?
    .reprompt = Puedes decir: qué puedo escuchar. ¿Qué te apetece?
launch-unlinked =
    .speech = Hola, soy { -skill }. Para usar tu música, vincula { -service } en la app Alexa. ¿Quieres probar la demo?
    .reprompt = Vincula { -service } en la app Alexa. ¿Quieres probar la demo?

## Cómo acaba una respuesta

what-next =
    .words = ¿Y ahora?
    .words-2 = ¿Algo más?
    .words-3 = ¿Qué te apetece ahora?
what-then =
    .words = ¿Qué te apetece?
    .words-2 = ¿Qué quieres?
go-on =
    .words = ¿Quieres oír más?
    .words-2 = ¿Sigo?
play-it =
    .words = ¿La pongo?
    .words-2 = ¿Quieres oírla?
like-it =
    .words = ¿Te gusta?
    .words-2 = ¿Te va?
still-open = { $kind ->
        [which] ¿Qué playlist?
        [meant] Entonces, ¿cuál?
        [one] ¿Era esa?
        [artist] ¿Qué artista?
        [song] ¿Qué canción?
        [number] ¿Qué número?
        [speaker] ¿Qué altavoz?
        [demo] ¿Quieres probar la demo?
       *[recommend] ¿Elijo algo?
    }

## El estante

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Tienes { shelf-total }: { $items }. { open-which }
        [first] Tienes { shelf-total }. Las { $last } primeras son { $items }. ¿Cuál, o siguiente?
        [middle] Después, { $items }. ¿Cuál, o siguiente?
        [again] Aquí están { $items }. ¿Cuál, o siguiente?
       *[last] Y las últimas, { $items }. ¿Cuál?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] En total { shelf-total }: { $items }. { open-which }
        [first] Son { shelf-total }. Primero { $items }. ¿Cuál, o siguiente?
        [middle] Luego { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y para terminar, { $items }. ¿Cuál?
    }
    .reprompt = Di siguiente, o el nombre de una playlist. ¿Cuál?
    .screen = Tus playlists
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
    .speech = Todavía no tienes playlists. Aun así puedo buscarte música. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?

## Una playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } tiene { track-total }{ $length }: { $items }. { $asks ->
            [1] ¿La pongo?
           *[0] ¿Algo más?
        }
        [first] { $name } tiene { track-total }{ $length }. Empieza con { $items }. { $asks ->
            [1] ¿La pongo?
           *[0] ¿Quieres oír más?
        }
        [middle] Después, { $items }. ¿Quieres oír más?
        [again] Aquí están { $items }. ¿Quieres oír más?
       *[last] Y termina con { $items }. ¿Algo más?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Aquí está { $name }, { track-total }{ $length }: { $items }. { $asks ->
            [1] ¿La pongo?
           *[0] ¿Y ahora?
        }
        [first] Aquí está { $name }, { track-total }{ $length }. Primero { $items }. { $asks ->
            [1] ¿La pongo?
           *[0] ¿Sigo?
        }
        [middle] Luego { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y por último, { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, u otra playlist. ¿Qué te apetece?
    .title = { $name }, de { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [one] una canción
       *[other] { $total } canciones
    }
tracks-none =
    .speech = Todavía no hay nada en { $name }. ¿Qué otra playlist abro?
    .reprompt = ¿Qué playlist?
track-details =
    .speech = La número { $number } es { $track }{ $album }{ $length }. ¿Y ahora?
    .reprompt = Di siguiente, un número, o una playlist. ¿Qué te apetece?
album-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] El álbum { $name } tiene { track-total }{ $length }: { $items }. ¿Algo más?
        [first] El álbum { $name } tiene { track-total }{ $length }. Empieza con { $items }. ¿Quieres oír más?
        [middle] Después, { $items }. ¿Quieres oír más?
        [again] Aquí están { $items }. ¿Quieres oír más?
       *[last] Y termina con { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
    .title = { $name }, de { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
album-tracks-none =
    .speech = No encuentro canciones en ese álbum. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
album-unknown =
    .speech = No sé de qué álbum hablas. Pídeme una canción y luego di: qué hay en este álbum. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
item-by =
    .speech = Es de { $artists }{ $album }. ¿Y ahora?
    .speech-2 = Pues es de { $artists }{ $album }. ¿Y ahora?
    .reprompt = Di: más como esta, o un número. ¿Qué te apetece?
song-facts =
    .speech = Es { $track }{ $album }{ $year }{ $length }. ¿Y ahora?
    .reprompt = Di: ponla, o: más como esta. ¿Qué te apetece?
namesakes =
    .speech = { $changed }Varias canciones se llaman { $title }, de { $items }. ¿Cuál?
    .reprompt = Di un número, o de quién es. ¿Cuál?
    .title = Canciones llamadas { $title }
    .card =
        { $lines }
        { $source }
namesakes-none =
    .speech = No encuentro ninguna canción { $title }. ¿Y ahora?
    .reprompt = ¿Qué te apetece?
no-such-song =
    .speech = No encuentro ninguna canción que se llame { $heard }. ¿Y ahora?
    .reprompt = Di el título y de quién es. ¿Qué te apetece?
artist-facts =
    .speech = { $name }{ $genres }. { $newest }¿Y ahora?
    .reprompt = Di: algo como { $name }. ¿Qué te apetece?
artist-facts-no-genre =
    .speech = { $newest }No sé qué género es. ¿Y ahora?
    .reprompt = Di: algo como { $name }. ¿Qué te apetece?
artist-newest = Lo último de { $name } es { $album }, de { $year }. {""}
artist-newest-of-it = Lo más nuevo es { $album }, de { $year }. {""}
artist-new =
    .speech = Lo nuevo de { $name }: { $items }. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
artist-nothing-new =
    .speech = Últimamente nada. { $newest }¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
artist-no-release =
    .speech = No veo ningún lanzamiento de { $name }. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
no-such-artist =
    .speech = No encuentro a ningún artista que se llame { $heard }. ¿Y ahora?
    .reprompt = Repite el nombre, o di: qué escucho. ¿Qué te apetece?
artist-whom =
    .speech = Di: háblame del artista, y un nombre. ¿De quién hablas?
    .reprompt = Di: háblame del artista, y un nombre. ¿De quién hablas?
item-long =
    .speech = { $name } dura { $length }. ¿Y ahora?
    .reprompt = Di: más como esta, o un número. ¿Qué te apetece?
playlist-has =
    .speech = { $partial }Sí, en { $name } hay { $items }{ $more ->
        [0] {""}
        [one] , y una más
       *[other] , y { $more } más
    }. ¿Y ahora?
    .reprompt = Di abre, u otra playlist. ¿Qué te apetece?
playlist-lacks =
    .speech = { $partial }No, no encuentro { $heard } en { $name }. ¿Busco en tus otras playlists?
    .reprompt = ¿Busco en tus otras playlists?
playlist-artists =
    .speech = { $partial }{ $songs ->
        [1] En { $name } hay una canción de cada uno: { $items }
       *[other] Los que más salen en { $name }: { $items }
    }{ $more ->
        [0] {""}
        [one] , y uno más
       *[other] , y { $more } más
    }. ¿Y ahora?
    .reprompt = Di abre, u otra playlist. ¿Qué te apetece?
playlist-genre-unknown =
    .speech = { $partial }En { $name } no veo nada de { $genre }, pero no sé el género de cada canción. ¿Y ahora?
    .reprompt = Di abre, u otra playlist. ¿Qué te apetece?
playlist-shorter =
    .speech = En { $name } solo hay { $songs }. ¿Y ahora?
    .reprompt = Di abre, u otra playlist. ¿Qué te apetece?
nothing-to-compare =
    .speech = De estas canciones no lo sé. ¿Y ahora?
    .reprompt = Di abre, u otra playlist. ¿Qué te apetece?
playlist-long =
    .speech = { $partial }{ $name } tiene { track-total }{ $length }.{ $song } ¿Y ahora?
    .reprompt = Di abre, u otra playlist. ¿Qué te apetece?
song-playing-by = La canción es de { $artists }{ $album }.{" "}
song-playing-long = {" "}Esta canción dura { $length }.
playlist-maker =
    .speech = { $maker ->
        [mine] { $song }{ $name } es tuya: la creaste tú. ¿Qué te apetece ahora?
        [together] { $song }{ $name } es de { $owner }, y varias personas añaden canciones. ¿Qué te apetece ahora?
        [shared] { $song }Varias personas añaden canciones a { $name }. ¿Qué te apetece ahora?
        [nameless] { $song }{ $name } no es tuya, pero { -service } no dice el nombre. ¿Qué te apetece ahora?
        [unknown] { $song }No sé quién creó { $name }. ¿Qué te apetece ahora?
       *[theirs] { $song }{ $name } es de { $owner }. ¿Qué te apetece ahora?
    }
    .reprompt = Pregunta cuánto dura, o di otra playlist. ¿Qué te apetece?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Lo nuevo en { $name }: { $items }{ $since }. ¿Y ahora?
        [first] Lo nuevo en { $name }: { $items }{ $since }. ¿Quieres lo anterior?
        [middle] Antes, { $items }. ¿Quieres oír más?
        [again] Aquí están { $items }. ¿Quieres oír más?
       *[last] Y al principio del todo, { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, u otra playlist. ¿Qué te apetece?
    .title = Novedades de { $name }
    .card =
        { $lines }
        { $source }
news-since = . Lo más reciente es del { $date }
news-none =
    .speech = Todavía no hay nada en { $name }. ¿Qué otra playlist abro?
    .reprompt = ¿Qué playlist?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } es de { $owner }, y { -service } no me deja leerla. ¿Cuál de las tuyas abro?
       *[other] { -service } no me deja leer { $name }. ¿Qué otra abro?
    }
    .reprompt = Di el nombre de una playlist tuya. ¿Cuál abro?
playlist-gone =
    .speech = Esa playlist ya no está. ¿Qué otra abro?
    .reprompt = ¿Qué playlist?

## Lo guardado, lo escuchado, lo querido

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Has guardado { $items }. ¿Y ahora?
        [first] Lo último que guardaste: { $items }. ¿Quieres lo anterior?
        [middle] Antes, { $items }. ¿Quieres oír más?
        [again] Aquí están { $items }. ¿Quieres oír más?
       *[last] Y lo primero, { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
    .title = Guardado hace poco
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Todavía no has guardado canciones. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] Lo último que has escuchado es { $items }. ¿Y ahora?
           *[other] { heard-when } lo último que escuchaste es { $items }. ¿Y ahora?
        }
        [only] { $when ->
            [ever] Has escuchado { $items }. ¿Y ahora?
           *[other] { heard-when } escuchaste { $items }. ¿Y ahora?
        }
        [first] { $when ->
            [ever] Lo último que has escuchado: { $items }. ¿Voy más atrás?
           *[other] { heard-when } escuchaste { $items }. ¿Quieres oír más?
        }
        [middle] Antes, { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y antes de todo eso, { $items }. ¿Y ahora?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] Lo último que has escuchado es { $items }. ¿Y ahora?
           *[other] { heard-when } lo último que escuchaste es { $items }. ¿Y ahora?
        }
        [only] { $when ->
            [ever] Últimamente has escuchado { $items }. ¿Y ahora?
           *[other] { heard-when } escuchaste { $items }. ¿Y ahora?
        }
        [first] { $when ->
            [ever] Últimamente, { $items }. ¿Quieres oír más?
           *[other] { heard-when } escuchaste { $items }. ¿Quieres oír más?
        }
        [middle] Más atrás, { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y lo más antiguo, { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o pregunta: qué puedo escuchar. ¿Qué te apetece?
    .title = Escuchado hace poco
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { $when ->
        [ever] { -service } no me muestra nada que hayas escuchado últimamente. Pregunta: qué puedo escuchar. ¿Qué te apetece?
       *[other] ¿{ heard-when }? No veo que sonara nada. { $known }¿Y ahora?
    }
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
heard-when = { $when ->
        [today] Hoy
        [today-morning] Esta mañana
        [today-afternoon] Esta tarde
        [today-evening] Esta noche
        [yesterday] Ayer
        [yesterday-morning] Ayer por la mañana
        [yesterday-afternoon] Ayer por la tarde
        [last-night] Anoche
        [day-before] Anteayer
        [monday] El lunes
        [tuesday] El martes
        [wednesday] El miércoles
        [thursday] El jueves
        [friday] El viernes
        [saturday] El sábado
        [sunday] El domingo
        [weekend] El fin de semana
        [week] Esta semana
        [last-week] La semana pasada
       *[back-then] En aquella época
    }
heard-last = Lo último fue { $track }.{" "}
heard-back-to = { -service } solo me enseña lo que suena desde el { $date }.{" "}
during = { $span ->
        [weeks] en las últimas cuatro semanas
        [years] en el último año
       *[months] en los últimos seis meses
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] En cabeza { during }: { $items }. ¿Y ahora?
        [only] Tus artistas favoritos { during }: { $items }. ¿Y ahora?
        [first] Tus artistas favoritos { during } son { $items }. ¿Quieres oír más?
        [middle] Luego { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y luego { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o: mis artistas favoritos de siempre. ¿Qué te apetece?
    .title = Tus artistas favoritos { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { -service } no conoce tus artistas favoritos { during }. Di: mis artistas favoritos de siempre. ¿Qué te apetece?
    .reprompt = Di: mis artistas favoritos de siempre. ¿Qué te apetece?
at-least = al menos{" "}
songs-by-artist =
    .speech = { $saved ->
        [0] { $more ->
            [0] No veo canciones de { $artist } entre las tuyas. ¿Y ahora?
           *[other] No has guardado nada de { $artist }, pero en tus playlists hay al menos { $more }. ¿Y ahora?
        }
        [one] Has guardado { $least }una canción de { $artist }{ $more ->
            [0] {""}
           *[other] , y en tus playlists hay al menos { $more } más
        }. ¿Y ahora?
       *[other] Has guardado { $least }{ $saved } canciones de { $artist }{ $more ->
            [0] {""}
           *[other] , y en tus playlists hay al menos { $more } más
        }. ¿Y ahora?
    }
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
top-genres =
    .speech = Según tus artistas favoritos { during }, sobre todo { $genres }. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
top-genres-unknown =
    .speech = { -service } no me dice los géneros. Los artistas que más escuchas son { $artists }. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
last-heard =
    .speech = La última vez que escuchaste { $track } fue { $ago }. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
last-heard-unknown =
    .speech = No veo { $what } entre lo último que has escuchado. { $known }¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
followed =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Sigues a { followed-total }: { $items }. ¿Y ahora?
        [first] Sigues a { followed-total }. Los primeros son { $items }. ¿Quieres oír más?
        [middle] Luego { $items }. ¿Sigo?
       *[last] Y luego { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
    .title = Artistas que sigues
    .card =
        { $lines }
        { $source }
followed-total = { $total ->
        [one] un artista
       *[other] { $total } artistas
    }
followed-none =
    .speech = Todavía no sigues a ningún artista en { -service }. Di: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Di: qué puedo escuchar. ¿Qué te apetece?
artist-details =
    .speech = El número { $number } es { $name }{ $genres }. { $newest }¿Y ahora?
    .reprompt = Di siguiente, o: algo como { $name }. ¿Qué te apetece?
artist-genres = , conocido por { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Tu canción favorita { during } es { $items }. ¿Y ahora?
        [only] Tus canciones favoritas { during }: { $items }. ¿Y ahora?
        [first] Tus canciones favoritas { during } son { $items }. ¿Quieres oír más?
        [middle] Luego { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y luego { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o: mis canciones favoritas de siempre. ¿Qué te apetece?
    .title = Tus canciones favoritas { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { -service } no conoce tus canciones favoritas { during }. Di: mis canciones favoritas de siempre. ¿Qué te apetece?
    .reprompt = Di: mis canciones favoritas de siempre. ¿Qué te apetece?

## Novedades de quienes se sigue

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Lo nuevo de los últimos tres meses: { $items }. ¿Y ahora?
        [first] Lo nuevo de los últimos tres meses: { $items }. ¿Quieres oír más?
        [middle] Luego { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
    .title = Novedades
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Todavía no sigues a ningún artista en { -service }.
        [one] El artista que sigues no ha sacado nada en los últimos tres meses.
       *[other] Los { $artists } artistas que sigues y más escuchas no han sacado nada en los últimos tres meses.
    } ¿Qué otra cosa quieres?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
releases-partial = { $count ->
        [one] No he podido mirar uno de tus artistas.
       *[other] No he podido mirar { $count } de tus artistas.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = El número { $number } es { $album }{ $total ->
        [0] {""}
        [one] , una sola canción
       *[other] , { $total } canciones
    }{ $day }. ¿Y ahora?
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
released-on = , que salió el { $date }
released-in = , que salió en { $date }

## Lo nuevo desde la última pregunta

arrivals =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { arrivals-since }: { $items }. ¿Y ahora?
        [first] { arrivals-since }: { $items }. ¿Sigo?
        [middle] Luego { $items }. ¿Sigo?
        [again] Aquí están { $items }. ¿Sigo?
       *[last] Y { $items }. ¿Y ahora?
    }
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
    .title = Nuevo para ti
    .card =
        { $lines }
        { $source }
arrivals-since = { $since ->
        [week] Lo nuevo de la última semana
       *[visit] Nuevo para ti
    }
arrival-song = { $track } en { $name }
arrival-release = el nuevo { $album }
arrival-row = { $artists } · { $name }
arrival-details =
    .speech = El número { $number } es { $track }{ $album }. { $by ->
        [others] La ha puesto otra persona en { $name }.
       *[listener] Se ha añadido a { $name }.
    } ¿Y ahora?
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
release-details =
    .speech = El número { $number } es { $album }{ $day }. Sigues a { $artist }. ¿Y ahora?
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
arrivals-all =
    .speech = Eso es todo lo nuevo que he encontrado. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
arrivals-none =
    .speech = { $partial }{ $checked ->
        [both] { nothing-since } en tus playlists, ni de los artistas que he mirado hoy.
        [some] { nothing-since } en las playlists que he mirado, ni de los artistas que he mirado hoy.
        [playlists] { nothing-since } en tus playlists.
        [some-playlists] { nothing-since } en las playlists que he mirado.
        [artists] { nothing-since } de los artistas que he mirado hoy.
       *[nothing] No tienes playlists propias ni sigues a ningún artista, así que no tengo dónde mirar.
    } ¿Qué otra cosa quieres?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
nothing-since = { $since ->
        [week] En la última semana no hay nada nuevo
       *[visit] No hay nada nuevo
    }
arrivals-partial = No he podido mirarlo todo.{" "}

## Dónde está una canción

which-song =
    .speech = ¿Qué canción buscas?
    .reprompt = Dime el título. ¿Qué canción?
song-where =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { song-found }. He mirado { searched-of }. { open-or-look }
        [first] { song-found }, { on-more }. ¿Cuál abro, o sigo?
        [middle] Luego en { $items }. ¿Cuál abro, o sigo?
        [again] Aquí están { $items }. ¿Cuál, o siguiente?
       *[last] Y por último en { $items }. He mirado { searched-of }. { open-or-look }
    }
    .reprompt = Di un nombre, un número, o: sigue buscando. ¿Cuál?
    .screen = Dónde está { $heard }
    .title = Dónde está { $heard }
    .card =
        { $lines }
        { $source }
song-found = { $earlier ->
        [0] He encontrado { $heard } en { $items }
       *[other] También está en { $items }
    }
on-more = { $left ->
        [0] y en { more-lists }
       *[other] y al menos en { more-lists }
    }
more-lists = { $more ->
        [one] una más
       *[other] { $more } más
    }
open-or-look = { $left ->
        [0] { open-which }
       *[other] { $total ->
            [one] ¿La abro, o sigo buscando?
           *[other] ¿Cuál abro, o sigo buscando?
        }
    }
song-where-none =
    .speech = Ya no encuentro esas playlists. ¿Qué canción buscas?
    .reprompt = Di: dónde está, y una canción. ¿Qué te apetece?
song-not-yet =
    .speech = { $earlier ->
        [0] Todavía no he encontrado { $heard }.
       *[other] De momento no aparece en más.
    } He mirado { searched-of }. ¿Sigo buscando?
    .reprompt = ¿Sigo buscando { $heard }?
song-nowhere =
    .speech = { $earlier ->
        [0] No encuentro { $heard }.
       *[other] No he encontrado { $heard } en ninguna más.
    } He mirado { searched-of }. { ask }
    .reprompt = { ask }
searched-of = { $readable ->
        [0] cero playlists, porque no has creado ni editas ninguna
        [one] tu única playlist
       *[other] { $left ->
            [0] las { $readable } playlists tuyas o compartidas
           *[other] { $searched } de las { $readable } playlists tuyas o compartidas
        }
    }

## La cuenta

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Todavía no tienes playlists. ¿Qué te apetece?
        [one] Tienes una playlist. ¿La abro?
       *[other] Tienes { $count } playlists; { own-among }. ¿Qué te apetece?
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
    .speech = Es la cuenta de { -service } de { $name }. ¿Y ahora?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
account-sample =
    .speech = No hay cuenta vinculada, esto es la demo. Para usar tu música, vincula { -service } en la app Alexa. ¿Y ahora?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
account-nameless =
    .speech = Hay una cuenta de { -service } vinculada, pero no tiene un nombre que pueda decir. ¿Y ahora?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
refreshed =
    .speech = He actualizado tu biblioteca. Tienes { shelf-count }. ¿Y ahora?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
refresh-later =
    .speech = Ahora no puedo actualizarla. Se actualizará sola dentro de poco. ¿Qué otra cosa quieres?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
what-i-keep =
    .speech = No te preocupes: guardo tu biblioteca un día, y lo que te propongo, lo que opinas y cuándo pides novedades, dos semanas. Di: olvídame, y lo borro todo. ¿Y ahora?
    .reprompt = Di: olvídame, o: qué puedo escuchar. ¿Qué te apetece?
forget-me =
    .speech = Olvido lo que he leído de tu biblioteca y lo que te ha gustado. Tu cuenta de { -service } se queda igual. ¿Lo hago?
    .reprompt = ¿Lo olvido todo? ¿Sí o no?
forgotten =
    .speech = Hecho. He olvidado lo que sabía de ti. Para desvincular también tu cuenta, desactiva la skill en la app Alexa. ¡Adiós!
forget-later =
    .speech = Ahora no puedo. Pídemelo otra vez dentro de un rato. Lo que quede se borra solo en dos semanas.

link-account =
    .speech = Te he dejado una tarjeta en la app Alexa. Ábrela e inicia sesión en { -service }.
link-account-done =
    .speech = Tu cuenta de { -service } está vinculada. Para desvincularla, desactiva la skill en la app Alexa. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?

## La demo

demo =
    .speech = Esta es una demo con música antigua. ¿Te elijo algo?
    .speech-2 = Imagina que esta música antigua es tuya. ¿Elijo algo?
    .reprompt = También puedes decir: lee mis playlists. ¿Elijo algo?
demo-declined =
    .speech = Vale. Para usar tu música, vincula { -service } con la tarjeta de la app Alexa. ¡Hasta luego!
demo-needless =
    .speech = No te hace falta la demo: tu biblioteca está vinculada. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
progress =
    .speech = Un momento.
    .speech-2 = A ver.

## Cuál es la que se busca

which-playlist =
    .speech = ¿Qué playlist?
    .speech-2 = ¿A qué playlist te refieres?
    .reprompt = Di el nombre de una playlist, o: lee mis playlists. ¿Cuál?
which-owner =
    .speech = ¿De qué canción, o de qué playlist?
    .reprompt = Di el nombre de una canción o de una playlist. ¿De cuál?
ask = { $ask ->
        [offer] ¿Te elijo algo?
        [artist] ¿Qué artista te gusta?
        [name] Dime el nombre otra vez, o: lee mis playlists. ¿Cuál?
        [title] ¿Otro título?
        [shelf] Di: lee mis playlists, y te las leo. ¿Qué te apetece?
       *[next] ¿Qué te apetece?
    }
did-you-mean =
    .speech = He encontrado { $name }. ¿Es esa?
    .speech-2 = ¿Quieres decir { $name }?
    .reprompt = Di sí, u otro nombre. ¿Es { $name }?
did-you-mean-which =
    .speech = ¿Quieres decir { $first }, o { $second }?
    .speech-2 = ¿Es { $first }, o { $second }?
    .reprompt = ¿La primera o la segunda?
did-you-mean-number =
    .speech = Hay { $total } que se llaman { $name }. { $counted ->
        [years] ¿Qué año?
       *[numbers] ¿Qué número?
    }
    .reprompt = { $counted ->
        [years] Di un año.
       *[numbers] Di un número.
    } ¿Cuál?
    .title = { $name }: ¿cuál?
    .card =
        { $lines }
        { $source }
did-you-mean-some =
    .speech = { $more ->
        [0] He encontrado { $total }: { $items }. ¿Cuál?
       *[other] He encontrado { $total }. Las primeras son { $items }. ¿Cuál?
    }
    .reprompt = Di un nombre o un número. ¿Cuál?
    .title = ¿Cuál?
    .card =
        { $lines }
        { $source }
no-such-playlist =
    .speech = No encuentro ninguna playlist que se llame { $heard }. { ask }
    .speech-2 = Entre tus playlists no está { $heard }. { ask }
    .reprompt = { ask }
no-such-playlist-partial =
    .speech = No he encontrado ninguna playlist que se llame { $heard }. { $partial }{ ask }
    .reprompt = { ask }

question-dropped =
    .speech = Vale, dejémoslo. Puedes decir: lee mis playlists. ¿Qué te apetece?
    .speech-2 = Probemos otra cosa. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
yes-to-nothing =
    .speech = Claro. ¿De qué quieres saber?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
no-not-that =
    .speech = Vale, esa no. Dime otro nombre, o: lee mis playlists. ¿Cuál?
    .reprompt = Dime un nombre, o: lee mis playlists. ¿Cuál?
no-then-what =
    .speech = Vale. ¿Qué quieres entonces?
    .reprompt = Puedes decir: lee mis playlists, o para. ¿Qué te apetece?
which-number =
    .speech = ¿Qué número?
    .reprompt = Di un número, o un nombre. ¿Cuál?

## Por una lista

list-end =
    .speech = Hasta aquí llega la lista. ¿Y ahora?
    .reprompt = Di desde el principio, o un nombre. ¿Qué te apetece?
list-start =
    .speech = Estamos al principio de la lista. ¿Y ahora?
    .reprompt = Di siguiente, o un nombre. ¿Qué te apetece?
list-no-such =
    .speech = { $total ->
        [one] Solo hay una en esta lista. ¿La repito?
       *[other] Esta lista va del uno al { $total }. ¿Qué número?
    }
    .reprompt = Di un número, o siguiente. ¿Cuál?
list-count =
    .speech = { $total ->
        [one] En esta lista solo hay una.
       *[other] En esta lista hay { $total }.
    } ¿Y ahora?
    .reprompt = Di: más como esta, o un número. ¿Qué te apetece?
list-unreadable =
    .speech = En esta lista hay algo, pero ahora mismo no puedo leer nada. Puedes decir: lee mis playlists. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
nothing-to-repeat =
    .speech = No tengo nada que repetir. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
offer-again =
    .speech = ¿Te busco algo para escuchar?
    .reprompt = ¿Te busco algo para escuchar?
nothing-to-page =
    .speech = Ahora no estoy leyendo ninguna lista. ¿Te busco algo para escuchar?
    .reprompt = También puedes decir: lee mis playlists. ¿Te busco algo?

## What plays now

playing =
    .speech = { $run ->
        [paused] Tienes en pausa { $track }.
       *[running] Estás escuchando { $track }.
    } ¿Qué más?
    .reprompt = Di: más como esta. ¿Qué te apetece?
    .title = Sonando ahora
    .card =
        { $track }
        { $source }
playing-podcast =
    .speech = { $run ->
        [paused] Tienes en pausa un pódcast, { $track }.
       *[running] Es un pódcast, { $track }.
    } ¿Qué más?
    .reprompt = Pregunta: ¿qué puedo escuchar? ¿Qué te apetece?
playing-liked =
    .speech = Apuntado: te gusta { $track }.
playing-none =
    .speech = { $what ->
        [ad] Ahora mismo suena un anuncio.
        [hidden] { -service } no dice qué está sonando.
       *[silent] Ahora mismo no suena nada en tu { -service }.
    } ¿Te busco algo?
    .reprompt = ¿Te busco algo para escuchar?

## Guardar

song-is-saved =
    .speech = Sí, { $track } está entre tus canciones guardadas. ¿Y ahora?
    .reprompt = Di: ponla, o: más como esta. ¿Qué te apetece?
song-not-saved =
    .speech = No, { $track } no está guardada. ¿Miro en tus playlists?
    .reprompt = ¿Miro en tus playlists?
song-chosen =
    .speech = { $track }: buena elección. Para oírla, di: ponla. ¿Y ahora?
    .speech-2 = Pues { $track }. Para oírla, di: ponla. ¿Y ahora?
    .reprompt = Di: ponla, u: otra. ¿Qué te apetece?
saving-off =
    .speech = No puedo guardar canciones ni cambiar tus playlists. Con la app de { -service } sí se puede. ¿Te busco algo para escuchar?
    .reprompt = ¿Te busco algo para escuchar?
saving-sample =
    .speech = Esto es solo la demo, aquí no puedo guardar nada. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
saving-refused =
    .speech = { -service } no me deja cambiar eso. ¿Qué quieres en su lugar?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
save-which =
    .speech = Di, por ejemplo: guarda la segunda. ¿Qué canción?
    .reprompt = Di guarda y el número. ¿Qué canción?
no-song-named =
    .speech = No sé a qué canción te refieres. ¿Te busco una?
    .reprompt = ¿Te busco una canción?
save-not =
    .speech = { $why ->
        [local] Es un archivo tuyo y { -service } no lo puede guardar.
        [podcast] Es un pódcast, y yo solo guardo canciones.
       *[other] Solo puedo guardar canciones.
    } ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
song-saved =
    .speech = { $done ->
        [again] Ya tenías guardada { $track }.
       *[new] He guardado { $track }.
    } ¿Y ahora?
    .reprompt = Para deshacerlo, di: quítala otra vez. ¿Qué te apetece?
added-stays =
    .speech = De las playlists no puedo quitar nada, eso se hace en la app de { -service }. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
song-taken-off =
    .speech = { $done ->
        [again] No tenías guardada { $track }.
       *[new] He quitado { $track } de tus canciones guardadas.
    } ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
song-added =
    .speech = { $done ->
        [again] { $track } ya está en { $name }.
       *[new] He añadido { $track } a { $name }.
    } ¿Y ahora?
    .reprompt = Di, por ejemplo: abre { $name }. ¿Qué te apetece?
add-theirs =
    .speech = { $maker ->
        [theirs] { $name } es de { $owner }, así que no puedo añadir nada.
       *[other] { -service } no me deja añadir nada a { $name }.
    } ¿A cuál de las tuyas?
    .reprompt = Di el nombre de una playlist tuya. ¿Cuál?
playlist-made =
    .speech = { $done ->
        [new] He creado una playlist privada, { $name }, con { $songs }.
        [more] He añadido { $songs } a { $name }.
       *[again] Ya están todas en { $name }.
    } ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
song-count = { $count ->
        [one] una canción
       *[other] { $count } canciones
    }
make-nothing =
    .speech = Todavía no hay canciones para una playlist. ¿Te busco alguna?
    .reprompt = ¿Te busco una canción?
playlist-of-day = { -skill }, { $date }
playlist-made-by = Creada por { -skill }, una skill para Alexa.

## Ayuda, y lo que nadie entiende

help =
    .speech = Pregunta: qué puedo escuchar, o: qué hay de nuevo para mí. O di: lee mis playlists. Para saber más, di: qué más. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar, o di: qué más. ¿Qué te apetece?
    .screen =
        Puedes decir:
        «¿Qué puedo escuchar?»
        «¿Qué hay de nuevo para mí?»
        «Lee mis playlists»
        «Abre» y un nombre
        «¿Qué más?»
help-find =
    .speech = Pregunta: dónde está, o: quién canta, y una canción. { $able ->
        [3] De una canción, di: ponla, o: guárdala.
        [1] De una canción, di: guárdala.
        [2] De una canción, di: ponla.
       *[other] Para una playlist, di: abre, y su nombre.
    } Y para seguir: qué más. ¿Qué te apetece?
    .reprompt = Di: qué más, y sigo. ¿Qué te apetece?
    .screen =
        Puedes decir:
        «Dónde está» y una canción
        «Quién canta» y una canción
        «Abre» y un nombre
        «¿Qué más?»
help-taste =
    .speech = Di un ánimo, un artista o una década. O di: me gusta, esa no, o: no me recomiendes más, y un nombre. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .screen =
        Puedes decir:
        Un ánimo, un artista o una década
        «Me gusta» o «Esa no»
        «No me recomiendes más» y un nombre
able-to =
    .speech = { $capability ->
        [can-save] Sí. Cuando nombre una canción, di: guárdala, o: añádela a, y una playlist.
        [can-make] Sí. Después de unas canciones, di: haz una playlist con estas.
       *[can-play] Sí, donde esté abierto { -service }. Di: pon, y un nombre.
    } ¿Te busco algo para escuchar?
    .speech-2 = { $capability ->
        [can-save] Claro. En cuanto nombre una canción, di: guárdala, o: añádela a, y una playlist.
        [can-make] Claro. Cuando haya nombrado unas canciones, di: haz una playlist con estas.
       *[can-play] Claro, si { -service } está abierto en algún sitio. Di: pon, y un nombre.
    } ¿Te busco algo?
    .reprompt = ¿Te busco algo para escuchar?
about-skill =
    .speech = { $capability ->
        [cost] Es gratis. Te basta con una cuenta de { -service }, aunque sea gratuita.{ $able ->
            [0] {""}
            [1] {""}
           *[other] {" "}Solo para reproducir en tus dispositivos hace falta Premium.
        }
        [premium] { $able ->
            [0] No, basta con una cuenta gratuita.
            [1] No, basta con una cuenta gratuita.
           *[other] Solo para reproducir en tus dispositivos. Lo demás va con una cuenta gratuita.
        }
        [family] Sí. Quien tenga su voz registrada en Alexa puede vincular su { -service }. Los demás comparten este.
        [listening] Yo no te oigo. Te oye Alexa, y mientras hablamos solo me llegan las palabras de lo que pides.
        [sharing] No vendo nada ni paso nada a nadie: pregunto a { -service }, y la respuesta la oyes de Alexa. Para borrarlo todo, di: olvídame.
        [password] Tu contraseña nunca la veo: la pusiste en la página de { -service }.
       *[maker] No, soy una skill independiente: ni de { -service } ni de Amazon. Solo leo tu música de { -service }, y solo si tú me das permiso.
    } ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
about-password-unlinked =
    .speech = Tu contraseña nunca la veo. Entras en la página de { -service }, desde la tarjeta de tu app Alexa. ¿Qué más quieres saber?
    .reprompt = Di: prueba la demo. ¿Qué te apetece?
help-list =
    .speech = Di siguiente o anterior, o un nombre o un número para saber más. ¿Qué te apetece?
    .reprompt = Di siguiente, o un nombre. ¿Qué te apetece?
    .screen =
        Puedes decir:
        «Siguiente» o «Anterior»
        Un número o un nombre
help-picks =
    .speech = Di: { $asks ->
        [1] ponla, me gusta,
       *[other] me gusta, esa no,
    } otra, o por qué. Con atrás sales de las recomendaciones. ¿Qué te apetece?
    .reprompt = Di: otra, o por qué. ¿Qué te apetece?
    .screen =
        Puedes decir:
        { $asks ->
            [1] «Ponla» o «Me gusta»
           *[other] «Me gusta» o «Esa no»
        }
        «Otra» o «¿Por qué?»
        «Atrás», para salir de las recomendaciones
help-artist =
    .speech = Dime el nombre de un grupo o de un cantante. ¿Cuál?
    .reprompt = Dime un artista. ¿Cuál?
help-song =
    .speech = Dime solo el título. ¿Qué canción?
    .reprompt = Dime un título. ¿Qué canción?
help-which =
    .speech = Dime el nombre de una de tus playlists, o: lee mis playlists. ¿Cuál?
    .reprompt = Dime un nombre, o: lee mis playlists. ¿Cuál?
help-meant =
    .speech = Di sí o no, la primera o la segunda, o el nombre otra vez. ¿Cuál?
    .reprompt = ¿La primera o la segunda?
help-speaker =
    .speech = Di el nombre de un altavoz, o el primero o el segundo. ¿Cuál?
    .reprompt = Di el nombre de un altavoz, o: el primero. ¿Cuál?
help-confirm =
    .speech = Di sí y lo hago, o no y no lo hago. ¿Lo hago?
    .reprompt = ¿Sí o no?
help-unlinked =
    .speech = Conozco tus playlists de { -service } y recomiendo música. Di: prueba la demo, o vincula { -service } en la app Alexa. ¿Qué te apetece?
    .reprompt = Di: prueba la demo. ¿Qué te apetece?
    .screen = Conozco tus playlists de { -service } y recomiendo música. Di «Prueba la demo», o vincula { -service } en la app Alexa.
help-unlinked-more =
    .speech = Elijo música para cada momento, cuento lo nuevo y busco canciones en tus playlists. Para verlo, di: prueba la demo. ¿Qué te apetece?
    .reprompt = Di: prueba la demo. ¿Qué te apetece?
fallback =
    .speech = No te he entendido. Pregunta: qué puedo escuchar, o di: lee mis playlists. ¿Qué te apetece?
    .speech-2 = Eso no sé hacerlo. Prueba con: qué puedo escuchar. ¿Qué te apetece?
    .speech-3 = Perdona, no te he entendido. Prueba con: lee mis playlists. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .screen = No te he entendido.
fallback-list =
    .speech = No te he entendido. Di siguiente, o un número. ¿Qué te apetece?
    .speech-2 = No te he entendido. ¿Siguiente, o un número?
    .reprompt = Di siguiente, o un número. ¿Qué te apetece?
    .screen = No te he entendido.
fallback-picks =
    .speech = No te he entendido. Di: { $asks ->
        [1] ponla
       *[other] me gusta
    }, otra, o por qué. ¿Qué te apetece?
    .speech-2 = Perdona, no te he entendido. ¿Otra, o por qué?
    .reprompt = Di: otra, o por qué. ¿Qué te apetece?
    .screen = No te he entendido.
fallback-artist =
    .speech = No he entendido el nombre. ¿Qué artista?
    .reprompt = Dime un artista. ¿Cuál?
fallback-song =
    .speech = No he entendido el título. ¿Qué canción?
    .reprompt = Dime un título. ¿Qué canción?
fallback-which =
    .speech = No he entendido el nombre. También puedes decir: lee mis playlists. ¿Cuál?
    .reprompt = Dime un nombre, o: lee mis playlists. ¿Cuál?
fallback-meant =
    .speech = Perdona, ¿la primera o la segunda?
    .speech-2 = No te he entendido. ¿La primera, o la segunda?
    .reprompt = ¿La primera o la segunda?
fallback-speaker =
    .speech = No he entendido el altavoz. ¿Cuál?
    .reprompt = Di el nombre de un altavoz, o: el primero. ¿Cuál?
fallback-confirm =
    .speech = Perdona, ¿sí o no?
    .speech-2 = No te he entendido. ¿Sí o no?
    .reprompt = ¿Sí o no?
fallback-unlinked =
    .speech = No te he entendido. ¿Quieres probar la demo?
    .reprompt = Di: prueba la demo, o ayuda. ¿Qué te apetece?
    .screen = No te he entendido.
waiting =
    .speech = Claro, sin prisa. ¿Qué te apetece?
    .speech-2 = Vale, cuando quieras. ¿Qué te apetece?
    .reprompt = Sigo aquí. ¿Qué te apetece?
thanks =
    .speech = De nada. ¿Algo más?
    .speech-2 = No hay de qué. ¿Algo más?
    .reprompt = ¿Algo más, o lo dejamos aquí?
unsupported =
    .speech = { $capability ->
        [playback] No puedo poner música, pero te digo qué merece la pena.
        [louder] No puedo cambiar el volumen. Di: Alexa, más alto.
        [quieter] No puedo cambiar el volumen. Di: Alexa, más bajo.
        [mute] No puedo quitar el sonido. Di: Alexa, silencio.
        [volume] No puedo cambiar el volumen. Di: Alexa, volumen cinco.
        [timer] No tengo temporizador ni alarma. Di para y pídeselo a Alexa.
        [lyrics] No tengo las letras.
        [ads] No puedo saltar anuncios.
        [edit] Borrar, renombrar, compartir: eso no puedo hacerlo con una playlist.
        [rename] No puedo ponerle nombre a una playlist; eso se hace en { -service }.
        [facts] De una canción solo sé el artista, el álbum y el año.
        [charts] No sé qué hay en las listas de éxitos.
        [concerts] No sé las fechas de los conciertos.
        [sorting] Eso no puedo ordenarlo, compararlo ni contarlo.
        [pace] La velocidad de mi voz la decide Alexa.
        [chat] A mí solo se me da bien la música, sobre todo la tuya.
       *[other] Yo solo sé de música. Di para y pregúntale a Alexa.
    } ¿Te busco algo para escuchar?
    .speech-2 = { $capability ->
        [playback] Poner música no es lo mío, pero sé qué merece la pena.
        [louder] El volumen no es cosa mía. Di: Alexa, más alto.
        [quieter] El volumen no es cosa mía. Di: Alexa, más bajo.
        [mute] El sonido no es cosa mía. Di: Alexa, silencio.
        [volume] El volumen no es cosa mía. Di: Alexa, volumen cinco.
        [timer] El temporizador y la alarma no son lo mío. Di para y pídeselo a Alexa.
        [lyrics] Las letras no me las sé.
        [ads] Con los anuncios no puedo hacer nada.
        [edit] Así no puedo cambiar ni compartir una playlist.
        [rename] El nombre de una playlist se cambia en { -service }.
        [facts] Solo sé el artista, el álbum y el año.
        [charts] De las listas de éxitos no sé nada.
        [concerts] De conciertos no sé nada.
        [sorting] No sé ordenar, comparar ni contar eso.
        [pace] La velocidad de mi voz la decide Alexa.
        [chat] Lo mío es la música, sobre todo la tuya.
       *[other] Eso no es lo mío. Di para y pregúntale a Alexa.
    } ¿Te propongo una canción?
    .reprompt = ¿Te busco algo para escuchar?
music-request = { $wish ->
        [song] Alexa, pon { $name } de { $artist } en { -service }
        [title] Alexa, pon la canción { $name } en { -service }
        [album] Alexa, pon el álbum { $name } de { $artist } en { -service }
        [playlist] Alexa, pon la playlist { $name } en { -service }
        [shuffled] Alexa, reproduce la lista { $name } en modo aleatorio en { -service }
        [podcast] Alexa, pon el pódcast { $name } en { -service }
        [genre] Alexa, pon { $name } en { -service }
       *[anything] Alexa, pon { $name } en { -service }
    }
play-address =
    { $address }
    {""}
play-elsewhere =
    .speech = Yo no puedo poner música. Di: { $request }.{ $where }
    .speech-2 = La música la pone Alexa. Di: { $request }.{ $where }
    .title = Para escucharlo
    .card =
        Di: «{ $request }»{ $where }
        { $address }{ $source }
play-where = {" "}Para otro Echo, añade su nombre.
play-unqueued =
    .speech = No puedo ponerlo en la cola. Para escucharlo ahora, di: { $request }.{ $where }
    .title = Para escucharlo
    .card =
        Di: «{ $request }»{ $where }
        { $address }{ $source }
play-by-card =
    .speech = Yo no puedo poner música, y ese nombre no se puede decir. La tarjeta de tu app Alexa te lleva hasta ahí.
    .title = Para escucharlo
    .card = { $address }{ $source }
play-nameless =
    .speech = Yo no puedo poner música, y esa no tiene un nombre que pedir. ¿Qué quieres en su lugar?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
play-local =
    .speech = { $name } es un archivo tuyo, así que Alexa no puede ponerlo. ¿Qué quieres en su lugar?
    .reprompt = Di otro nombre. ¿Qué te apetece?
play-unplayable =
    .speech = { $name } no se puede escuchar en { -service } en tu país. ¿Qué quieres en su lugar?
    .reprompt = Di otro nombre. ¿Qué te apetece?
play-sample =
    .speech = Esa playlist solo existe en la demo, y yo no puedo poner música. ¿Qué quieres en su lugar?
    .reprompt = Puedes decir el nombre de una canción. ¿Qué te apetece?
play-nothing =
    .speech = Todavía no sé qué quieres escuchar. ¿Te busco algo?
    .reprompt = ¿Te busco algo para escuchar?
play-unknown =
    .speech = No encuentro { $heard } en { -service }. ¿Qué te apetece en su lugar?
    .reprompt = Repite el nombre, o di: qué puedo escuchar. ¿Qué te apetece?
play-instead =
    .speech = Eso no lo puedo poner yo. Di: { $request }.{ $where }
    .title = Para escucharlo
    .card =
        Di: «{ $request }»{ $where }
        { $address }{ $source }
play-here =
    .speech = Un Echo solo aparece en { -service } cuando ya has puesto algo en él. Di: { $request }.
    .title = Para escucharlo
    .card =
        Di: «{ $request }»
        { $address }{ $source }
play-premium =
    .speech = { -service } solo me deja poner música con Premium. Pero puedes decir: { $request }.{ $where }
    .title = Para escucharlo
    .card =
        Di: «{ $request }»{ $where }
        { $address }{ $source }
play-started =
    .speech = { $before }{ $order ->
        [shuffled] Pongo { $name } en aleatorio, en { $speaker }.
        [unshuffled] Pongo { $name } en { $speaker }, pero sin aleatorio.
       *[own] Pongo { $name } en { $speaker }.
    }
play-queued =
    .speech = { $name } está en la cola. ¿Algo más?
    .reprompt = Pregunta: ¿qué escucho? ¿Qué te apetece?
shuffle-only-playlists =
    .speech = Solo puedo mezclar una playlist. ¿Y ahora?
    .reprompt = Di: pon, el nombre de una playlist, en aleatorio. ¿Qué te apetece?
queue-only-songs =
    .speech = En la cola solo van canciones. ¿Y ahora?
    .reprompt = Pregunta: ¿qué escucho? ¿Qué te apetece?
play-moved =
    .speech = Vale, ahora en { $speaker }.
player-done =
    .speech = { $command ->
        [pause] En pausa.
        [resume] Sigue la música.
        [shuffle] Ahora suena en aleatorio.
        [next] Ahí va la siguiente.
       *[previous] Vuelvo a la anterior.
    }
which-speaker =
    .speech = { $lead ->
        [unknown] No encuentro ese altavoz.
        [gone] Ese altavoz acaba de desaparecer.
        [restricted] Ese altavoz no me deja poner música.
        [here] Un Echo solo aparece cuando ya has puesto { -service } en él.
       *[silent] {""}
    } Puede sonar en { $items }. { $count ->
        [one] ¿La pongo ahí?
       *[other] ¿Dónde la pongo?
    }
    .reprompt = Di el nombre de un altavoz, o: el primero. ¿Cuál?
speakers-none =
    .speech = { $lead ->
        [here] Un Echo solo aparece cuando ya has puesto { -service } en él.
       *[silent] No encuentro ningún altavoz con { -service } abierto.
    } Abre { -service } en alguno y pídemelo otra vez. ¿Qué te apetece mientras?
    .reprompt = Pregunta: ¿qué escucho? ¿Qué te apetece?
goodbye =
    .speech = ¡Adiós!
    .speech-2 = Hasta pronto.

## Cuando algo sale mal

link-or-demo =
    .speech = Para eso, vincula { -service } con la tarjeta de tu app Alexa. ¿Quieres probar la demo mientras tanto?
    .reprompt = Vincula { -service } en la app Alexa. ¿Quieres probar la demo?
apology-not-linked =
    .speech = Para eso necesito ver tu biblioteca de { -service }. He puesto una tarjeta en tu app Alexa para vincularla.
apology-link-expired =
    .speech = { -service } ya no me deja entrar. Pasa cada pocos meses. Vincula tu cuenta otra vez con la tarjeta de la app Alexa.
apology-scope-missing =
    .speech = Vinculaste tu cuenta antes de que yo supiera hacer eso. Vincula { -service } otra vez con la tarjeta de la app Alexa.
apology-not-admitted =
    .speech = { -service } todavía no me enseña tu biblioteca. Quien gestiona esta skill tiene que añadir tu cuenta primero. Pídeselo.
apology-forbidden =
    .speech = { -service } no me deja hacer eso.
apology-premium-required =
    .speech = { -service } no me deja entrar: la suscripción Premium de esta skill ha caducado. Volveré a funcionar cuando se renueve.
apology-premium-to-play =
    .speech = { -service } solo me deja hacer eso con Premium.
apology-player-refused =
    .speech = { -service } no puede hacer eso ahora. Quizá ya está en pausa, o ese altavoz no lo permite.
apology-not-found =
    .speech = Ya no lo encuentro; puede que lo hayan borrado. ¿Qué te apetece?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
apology-no-active-device =
    .speech = { -service } no está abierto en ningún dispositivo.
apology-rate-limited =
    .speech = { -service } me pide que vaya más despacio. Prueba otra vez { wait }.
apology-quota-exceeded =
    .speech = Hoy ha preguntado tanta gente que { -service } ya no quiere más preguntas mías. Prueba otra vez { wait }.
apology-rejected =
    .speech = { -service } no me ha entendido. Es culpa mía. Prueba con otra cosa.
apology-unavailable =
    .speech = Ahora no llego a { -service }. Inténtalo dentro de un rato.
apology-too-slow =
    .speech = { -service } va lento ahora. Inténtalo en un momento.
apology-unreadable =
    .speech = No he podido leer la respuesta de { -service }. Inténtalo dentro de un rato.
apology-deadline =
    .speech = Está tardando demasiado. Pídemelo otra vez; a la segunda suele ir más rápido.
apology-provider =
    .speech = No he podido sacarlo de { -service }. Inténtalo dentro de un rato.
apology-unconfirmed =
    .speech = { -service } va lento ahora y no sé seguro si ha funcionado. Compruébalo en un momento. ¿Y ahora?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
apology-playlist-full =
    .speech = Esa playlist está llena y no cabe nada más. ¿Qué quieres en su lugar?
    .reprompt = Di: lee mis playlists. ¿Qué te apetece?
apology-busy =
    .speech = Ahora hay mucha gente. Inténtalo en un momento.
apology-unexpected =
    .speech = Perdona, algo ha salido mal. Inténtalo dentro de un rato.

## Qué escuchar

picks =
    .speech = { $notice }{ $told ->
        [nothing] Prueba { $track }.
        [opened] { $track }.
        [opened-because] { $track }, porque { $reason }.
       *[reason] Prueba { $track }, porque { $reason }.
    } { $asks ->
        [1] ¿La pongo?
       *[other] ¿Te gusta?
    }
    .speech-2 = { $notice }{ $told ->
        [nothing] Te propongo { $track }.
        [opened] { $track }.
        [opened-because] { $track }, porque { $reason }.
       *[reason] Te propongo { $track }, porque { $reason }.
    } { $asks ->
        [1] ¿Quieres oírla?
       *[other] ¿Te gusta?
    }
    .speech-3 = { $notice }{ $told ->
        [nothing] He pensado en { $track }.
        [opened] { $track }.
        [opened-because] { $track }, porque { $reason }.
       *[reason] He pensado en { $track }, porque { $reason }.
    } { $asks ->
        [1] ¿Te la pongo?
       *[other] ¿Te gusta?
    }
    .reprompt = También puedes decir: otra, o: por qué. { $asks ->
        [1] ¿La pongo?
       *[other] ¿Te gusta?
    }
    .title = Para ti
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Ya no sé qué te recomendé. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
picks-dry =
    .speech = { $notice }Eso es todo por hoy. Di, por ejemplo: algo tranquilo. ¿Qué te apetece?
    .speech-2 = { $notice }Hoy ya no se me ocurre nada. Dime cómo te sientes, o un género. ¿Qué te apetece?
    .reprompt = Di desde el principio, o un género. ¿Qué te apetece?
pick-details =
    .speech = La número { $number } es { $track }. Te la propongo porque { $reason }{ $length }. { $asks ->
        [1] ¿La pongo?
       *[other] ¿Te gusta?
    }
    .reprompt = También puedes decir: otra. { $asks ->
        [1] ¿La pongo?
       *[other] ¿Te gusta?
    }
why =
    .speech = Porque { $reasons }. { $asks ->
        [1] ¿La pongo?
       *[other] ¿Te gusta?
    }
    .speech-2 = La he elegido porque { $reasons }. { $asks ->
        [1] ¿Quieres oírla?
       *[other] ¿Te gusta?
    }
    .reprompt = También puedes decir: otra. { $asks ->
        [1] ¿La pongo?
       *[other] ¿Te gusta?
    }
    .title = ¿Por qué esta?
    .card =
        { $track }: { $reasons }.
        { $source }
opinion-of-which =
    .speech = Dime su número o su título. ¿Qué canción dices?
    .speech-2 = Primero dime un número o un título. ¿Qué canción?
    .reprompt = Di un número, o un título. ¿Qué canción?
picks-so-far =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Hasta ahora te he propuesto { $items }. ¿Y ahora?
        [first] Hasta ahora han sido { $items }. ¿Quieres oír más?
        [middle] Después, { $items }. ¿Quieres oír más?
        [again] Aquí tienes { $items }. ¿Quieres oír más?
       *[last] Y por último, { $items }. ¿Y ahora?
    }
    .reprompt = Di un número, o: haz una playlist con estas. ¿Qué te apetece?
    .title = Recomendadas hasta ahora
    .card =
        { $lines }
        { $source }
picks-so-far-none =
    .speech = Últimamente no te he recomendado nada. ¿Te busco algo?
    .reprompt = ¿Te busco algo?
why-playlist =
    .speech = He pensado en { $playlist }, porque { $reason }. ¿La abro?
    .reprompt = ¿La abro?
why-other =
    .speech = Eso no lo he elegido yo. ¿Te recomiendo algo?
    .reprompt = ¿Te recomiendo algo?
why-nothing =
    .speech = Todavía no te he recomendado nada. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Todavía no conozco tu gusto.
       *[other] No conozco tu gusto, porque no lo he podido ver todo.
    } { ask }
    .reprompt = { ask }
wish-unmet =
    .speech = { $gaps }{ $unmet }{ ask }
    .reprompt = { ask }
rediscover-none =
    .speech = { $count ->
        [0] No tienes ninguna playlist propia donde buscar. Pregunta: qué puedo escuchar. ¿Qué te apetece?
        [one] Ya has escuchado hace poco todo lo de tu playlist. Pregunta: qué puedo escuchar. ¿Qué te apetece?
       *[other] He mirado { $count } de tus playlists, y ya lo has escuchado todo hace poco. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    }
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $wish }Te propongo { $items }, porque { $reason }. { open-which }
        [first] { $wish }¿Qué tal { $items }? La primera, porque { $reason }. ¿Cuál, o siguiente?
        [again] Aquí están { $items }. ¿Cuál?
       *[other] Y además, { $items }. ¿Cuál?
    }
    .reprompt = Di un nombre, o la primera. ¿Cuál abro?
    .screen = Playlists para ti
    .title = Playlists para ti, de { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Ahora no tengo ninguna playlist que recomendarte. Pregunta: qué puedo escuchar. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?

## Lo que nunca se recomienda

wish-excluded =
    .speech = Me pediste descartar { $name }. Para cambiarlo, di: puedes volver a recomendar { $name }. ¿Qué te apetece?
    .reprompt = Di: puedes volver a recomendar { $name }. ¿Qué te apetece?
picks-excluded =
    .speech = Has descartado todo lo que te propondría. Pregunta: qué no me recomiendas. ¿Qué te apetece?
    .reprompt = Pregunta: qué no me recomiendas. ¿Qué te apetece?
never-noted =
    .speech = Vale, nada más de { $name }. { ask }
    .speech-2 = Hecho, descarto { $name }. { ask }
    .reprompt = Para oír la lista, pregunta: qué no me recomiendas. { ask }
never-which =
    .speech = Di: no me recomiendes más, y un nombre o un género. ¿Qué descarto?
    .reprompt = Di: no me recomiendes más, y un nombre. ¿Qué descarto?
never-full =
    .speech = Ya son cien cosas. Di primero qué puedo volver a recomendar. ¿Qué te apetece?
    .reprompt = Pregunta: qué no me recomiendas. ¿Qué te apetece?
never-lost =
    .speech = Ahora no he podido apuntarlo. Prueba otra vez más tarde. ¿Qué te apetece?
    .reprompt = Pregunta: qué puedo escuchar. ¿Qué te apetece?
exclusions =
    .speech = No te recomiendo { $names }{ $more ->
        [0] .
        [one] {" "}y otra cosa más.
       *[other] {" "}y { $more } más.
    } { ask }
    .reprompt = Dime qué puedo volver a recomendar. { ask }
    .title = Lo que descarto
    .card = { $all }
exclusions-none =
    .speech = No descarto nada. { ask }
    .reprompt = Di: no me recomiendes más, y un nombre. { ask }
allowed =
    .speech = Vale, vuelvo a contar con { $name }. { ask }
    .reprompt = Di sí para oír una canción. { ask }
allow-unknown =
    .speech = No había descartado { $name }. { ask }
    .reprompt = Para oír la lista, pregunta: qué no me recomiendas. { ask }
allow-which =
    .speech = Di: vuelve a recomendarme, y el nombre. ¿Qué recupero?
    .reprompt = Para oír la lista, pregunta: qué no me recomiendas. ¿Qué recupero?

## Antes de una recomendación; cada frase acaba con un espacio

notices = { $first }{ $then }
notice-again = Desde el principio.{" "}
notice-unmet = { $kind ->
    [mood] No encuentro nada { $heard }.{" "}
    [activity] No encuentro nada para { $heard }.{" "}
    [several] No encuentro nada que lo tenga todo.{" "}
   *[other] No encuentro nada de { $heard }.{" "}
}
notice-nothing-new = No encuentro nada nuevo.{" "}
notice-nothing-familiar = Esas ya las conoces, así que algo nuevo.{" "}
notice-only-new = Vale, entonces algo nuevo.{" "}
notice-heard = Esta ya la conoces.{" "}
notice-new = Aquí va algo nuevo.{" "}
notice-playlists = Esto es de tus propias playlists.{" "}
notice-liked = Apuntado.{" "}
notice-disliked = Vale, esa no.{" "}
notice-one-liked = Apuntado: te gusta { $track }.{" "}
notice-one-disliked = Vale, { $track } no.{" "}
notice-more-like = Más como { $track }.{" "}
notice-missing = No he podido mirar { $sources }.{" "}
notice-scope = Para añadir { $sources }, vincula tu cuenta otra vez.{" "}
notice-no-era = No encuentro nada { $era }.{" "}
era-year = de { $year }
era-earlier = de antes de { $year }
era-later = de { $year } en adelante
notice-no-kind = Nada encaja con { $heard }.{" "}
notice-no-mood = Ahí no hay nada { $mood }.{" "}
notice-no-artist = No he encontrado nada como { $artist } que encaje.{" "}
notice-no-playlists = En tus playlists no encaja nada.{" "}
notice-no-saved = Nada de lo que guardaste encaja.{" "}
notice-no-language = Ese idioma no lo distingo.{" "}
notice-no-unwanted = Ya no puedo descartar nada más.{" "}
notice-no-length = Por duración no elijo.{" "}
notice-no-several = De una en una.{" "}
notice-no-album = Solo elijo canciones.{" "}
notice-no-someone = Solo conozco tus gustos.{" "}
notice-no-playlist = No puedo crear playlists.{" "}
notice-no-ready-playlist = Luego di: haz una playlist.{" "}
notice-none-named-so = Ningún nombre encaja.{" "}
notice-genres-unknown = De esta no sé el género.{" "}
notice-mood-limit = Ya era { $mood }, aquí va otra.{" "}
notice-never = Vale, nada más de { $name }.{" "}
feels-sad = Algo para animarte:{" "}
feels-angry = Algo para calmar los ánimos:{" "}
feels-calm = Algo para desconectar:{" "}
feels-happy = Algo alegre:{" "}
feels-energetic = Algo con marcha:{" "}
notice-closest = No encuentro { $heard }, así que { $about }.{" "}
opening-closest = No encuentro { $heard }. Lo más cercano es { $about }:{" "}
also-asked-genre = Más { $about }:{" "}
also-mood = También con un aire { $about }:{" "}
also-activity = También para { $about }:{" "}
also-mood-for = También con un aire { $mood }, y para { $about }:{" "}
also-era = También de { $year }:{" "}
source-favourites = tus favoritos
source-plays = lo que has escuchado últimamente
source-saves = tus canciones guardadas
source-followed = los artistas que sigues
source-playlists = tus playlists
source-discovery = música nueva

## Razones; cada una sigue a «porque»

reason-unheard = es nueva para ti
reason-fits = va con lo que escuchas
reason-of-the-day = hoy el azar la ha puesto primero
reason-of-the-demo = está en la demo
reason-name-fits = el nombre encaja
reason-top-track = la has escuchado mucho { $span ->
        [weeks] en las últimas semanas
        [months] en los últimos meses
       *[years] en el último año
    }
reason-top-artist = has escuchado mucho a { $about } { $span ->
        [weeks] en las últimas semanas
        [months] en los últimos meses
       *[years] en el último año
    }
reason-top-tracks = te encantan las canciones de { $about }
reason-played = últimamente escuchas mucho a { $about }
reason-saved = has guardado canciones de { $about }
reason-followed = sigues a { $about }
reason-playlist = está en tu playlist { $about }
reason-playlist-since = está en tu playlist { $about } desde { $since }
reason-playlists = está en tus playlists { $about } y { $other }
reason-genre = sueles escuchar { $about }
reason-style = es { $about }
reason-mood = tiene un aire { $about }
reason-activity = va bien para { $about }
reason-asked-genre = es { $about }
reason-asked-artist = querías algo de { $about }
reason-era = su álbum salió en { $year }
reason-both = { $wish }, y { $reason }
wish-asked-genre = es { $about }
wish-mood = tiene un aire { $about }
wish-activity = va bien para { $about }
wish-genre-for = es { $genre }, ideal para { $about }
wish-genre-year = es { $genre } de { $year }
wish-genre-mood = es { $genre } con un aire { $about }
wish-mood-for = tiene un aire { $mood } y va bien para { $about }
wish-kindred = es del estilo de { $about }
wish-era = es de { $year }
reason-genre-for = es { $genre }, ideal para { $about }
reason-genre-year = es { $genre } de { $year }
reason-genre-mood = es { $genre } con un aire { $about }
reason-mood-for = tiene un aire { $mood } y va bien para { $about }
reason-kindred = es del estilo de { $about }
reason-liked = te gustó { $about }
reason-neighbour = quienes escuchan a { $about } también escuchan a { $artist }
reason-similar = se parece a { $about }, que escuchas mucho
reason-liked-neighbour = se parece a { $about }, que te gustó
reason-guest = conoces una canción de { $about } con { $artist }
reason-host = { $about } aparece en un álbum de { $artist }
reason-partner = { $artist } tiene una canción con { $about }, que te gustó
reason-joined = también participa { $about }
reason-listed = tienes a { $about } en tus playlists
reason-named = en el nombre sale { $about }, a quien escuchas mucho
reason-holds = tiene canciones de { $about }, a quien escuchas mucho
reason-top-artist-short = has escuchado mucho sus canciones { $span ->
        [weeks] estas semanas
        [months] estos meses
       *[years] desde hace años
    }
reason-top-tracks-short = te encantan sus canciones
reason-played-short = últimamente escuchas mucho sus canciones
reason-neighbour-short = gusta a quienes escuchan a { $about }
reason-guest-short = conoces una canción suya con { $about }
reason-liked-short = ya te gustó otra suya
reason-listed-short = hay canciones suyas en tus playlists

## En la pantalla

screen-playlists = Mis listas
screen-recommend = ¿Qué debería escuchar?
screen-next = Página siguiente
screen-previous = Página anterior
screen-places = { $first }–{ $last } de { $total }
screen-another = Otra cosa
screen-again = Reintentar
screen-why = ¿Por qué?
screen-more = Más como esta
screen-hear = Escuchar
screen-save = Guardar
screen-because = Porque { $reason }.
screen-by = De { $owner }
screen-playing = { $run ->
        [paused] En pausa
       *[running] Sonando ahora
    }
screen-song-saved = { $done ->
        [again] Ya guardada
       *[new] Guardada
    }
screen-song-taken-off = { $done ->
        [again] No estaba guardada
       *[new] Ya no está guardada
    }
screen-song-added = { $done ->
        [again] Ya está en { $name }
       *[new] Añadida a { $name }
    }
screen-playlist-made = { $done ->
        [new] Playlist nueva
        [more] Playlist actualizada
       *[again] Ya en la playlist
    }
screen-open = Abrir en { -service }
screen-demo = Probar la demo
screen-link-title = Vincula tu cuenta de { -service }
screen-how = Cómo oírla
screen-say-this = Para escucharlo, di:
screen-quote = «{ $request }»
screen-link-card = Abre la tarjeta de { -skill } en tu app Alexa.
screen-link-scan = Escanea este código con el móvil.
screen-link-open = Abrir la página de { -skill }
screen-link-sign-in = Inicia sesión allí en { -service }.
screen-link-page = Vincula { -service } en la página que se abre.
screen-link-then = Después di: «Alexa, abre Estante de discos».
say-anything = Di: «¿Qué puedo escuchar?» o «Ayuda»
say-list = Di: «Siguiente» o «Número 3»
say-picks = Di: «Otra», «¿Por qué?» o «Me gusta»
say-picks-play = Di: «Ponla», «Otra» o «¿Por qué?»
say-playing = Di: «Más como esta»
say-demo = Di: «Prueba la demo»
touch-gone =
    .speech = Eso ya no está. ¿Qué quieres entonces?
    .reprompt = Puedes decir: lee mis playlists. ¿Qué te apetece?
