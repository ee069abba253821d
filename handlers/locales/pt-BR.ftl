### Cada resposta é uma mensagem; os papéis estão explicados em en-US.ftl.
### Em português o zero também é "one": por isso os números exatos, [0] e [1].

-skill = Estante de Discos
-service = Spotify

## Pedaços de frases

playlist-number = playlist número { $number }
playlist-of-size = { $name } com { $count ->
        [one] uma música
       *[other] { $count } músicas
    }
playlist-of-owner = { $name } de { $owner }
playlist-at = { $name }, número { $number }
track-number = música número { $number }
artist-nameless = um artista sem nome
track-by = { $title } de { $artist }
track-by-two = { $title } de { $artist } com { $guest }
track-of-album = { $track } do álbum { $album }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [1] { $count } música
       *[other] { $count } músicas
    }
from-album = , do álbum { $album }
from-album-of-year = , do álbum { $album }, lançado em { $year }
of-year = , lançado em { $year }
track-length = . Dura { $length }
playlist-length = , { $length } no total
playlist-length-at-least = , pelo menos { $length } no total
playlist-length-unknown = , mas não vejo quanto tempo ela dura
seconds = { $count ->
        [1] um segundo
       *[other] { $count } segundos
    }
minutes = { $count ->
        [1] um minuto
       *[other] { $count } minutos
    }
hours = { $hours ->
        [1] uma hora
       *[other] { $hours } horas
    }
hours-and-minutes = { hours } e { $minutes ->
        [1] um minuto
       *[other] { $minutes } minutos
    }
wait = { $unit ->
        [minutes] { $count ->
            [1] daqui a um minuto
           *[other] daqui a { $count } minutos
        }
        [hours] { $count ->
            [1] daqui a mais ou menos uma hora
           *[other] daqui a umas { $count } horas
        }
        [tomorrow] amanhã
       *[later] mais tarde
    }
from-service = Fonte: { -service }
from-sample = Fonte: a estante de exemplo embutida
stale = Não estou recebendo nada mais novo do { -service } agora, então isto é de { $unit ->
        [minutes] { $count ->
            [1] um minuto atrás
           *[other] { $count } minutos atrás
        }
        [hours] { $count ->
            [1] mais ou menos uma hora atrás
           *[other] umas { $count } horas atrás
        }
       *[later] mais cedo
    }.{" "}
partial = Só consegui ler { $read } de { $total } por enquanto.{" "}
unreadable = { $count ->
        [1] Pulei um que não consigo ler.
       *[other] Pulei { $count } que não consigo ler.
    }{" "}
ago = { $unit ->
        [minutes] { $count ->
            [one] faz um minuto
           *[other] faz { $count } minutos
        }
        [days] faz { $count } dias
       *[hours] { $count ->
            [one] faz mais ou menos uma hora
           *[other] faz umas { $count } horas
        }
    }
list-changed = Sua biblioteca mudou desde então, então continuo de onde a gente estava.{" "}
shelf-count = { $count ->
        [0] nenhuma playlist ainda
        [1] uma playlist
       *[other] { $count } playlists
    }
## Ao abrir

launch =
    .speech = Oi, aqui é a { -skill }. Você tem { shelf-count }. Quer que eu escolha algo para ouvir?
    .speech-2 = Aqui é a { -skill }. Você tem { shelf-count }. Escolho algo para você?
    .speech-3 = Olá, sou a { -skill }. Você tem { shelf-count }. Quer uma sugestão do que ouvir?
    .reprompt = Você também pode dizer: minhas playlists. Escolho algo?
    .title = { -skill }
    .card =
        Você tem { shelf-count } no { -service }.
        Experimente: "minhas playlists", "abrir" e um nome, ou "o que devo ouvir".
launch-named =
    .speech = Oi, { $name }. Você tem { shelf-count }. Quer que eu escolha algo para ouvir?
    .speech-2 = Olá, { $name }. Você tem { shelf-count }. Escolho algo para você?
    .speech-3 = Que bom falar com você, { $name }. Você tem { shelf-count }. Quer uma sugestão do que ouvir?
    .reprompt = Você também pode dizer: minhas playlists. Escolho algo?
    .title = { -skill }
    .card =
        Oi, { $name }. Você tem { shelf-count } no { -service }.
        Experimente: "minhas playlists", "abrir" e um nome, ou "o que devo ouvir".
launch-without-playlists =
    .speech = Oi, aqui é a { -skill }. Não consigo ler suas playlists agora, mas você pode perguntar o que ouvir. O que você quer fazer?
    .reprompt = Você pode dizer: o que devo ouvir. O que você quer fazer?
launch-unlinked =
    .speech = Oi, aqui é a { -skill }. Para a sua própria música, vincule o { -service } no aplicativo Alexa. Quer ouvir a demonstração?
    .reprompt = Vincule o { -service } no aplicativo Alexa. Quer ouvir a demonstração?

## Como uma resposta termina

what-next =
    .words = E agora?
    .words-2 = Mais alguma coisa?
    .words-3 = O que você quer fazer agora?
what-then =
    .words = O que você quer?
    .words-2 = O que vai ser?
go-on =
    .words = Quer ouvir mais?
    .words-2 = Continuo?
play-it =
    .words = Posso tocar?
    .words-2 = Quer ouvir?
like-it =
    .words = Gostou?
    .words-2 = Curtiu?
still-open = { $kind ->
        [which] Qual playlist?
        [meant] Então, qual?
        [one] Era essa?
        [artist] Qual artista?
        [song] Qual música?
        [number] Qual número?
        [speaker] Qual alto-falante?
        [demo] Quer ouvir a demonstração?
       *[recommend] Escolho algo?
    }

## A estante

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Você tem { shelf-total }: { $items }. { open-which }
        [first] Você tem { shelf-total }. As { $last } primeiras são { $items }. Qual delas, ou continuo?
        [middle] Depois, { $items }. Qual delas, ou continuo?
        [again] Aqui estão { $items }. Qual delas, ou continuo?
       *[last] E as últimas, { $items }. Qual?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Ao todo, { shelf-total }: { $items }. { open-which }
        [first] Suas { $total } playlists começam com { $items }. Qual delas, ou continuo?
        [middle] Em seguida, { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E por fim, { $items }. Qual?
    }
    .reprompt = Diga continuar, ou o nome de uma playlist. Qual?
    .screen = Suas playlists
    .title = Suas playlists, { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [1] Quer que eu abra?
       *[other] Qual eu abro?
    }
shelf-total = { $total ->
        [1] uma playlist
       *[other] { $total } playlists
    }
playlists-none =
    .speech = Você ainda não tem playlists. Mesmo assim posso achar música para você. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?

## Uma playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } tem { track-total }{ $length }: { $items }. { $asks ->
            [1] Posso tocar?
           *[0] Mais alguma coisa?
        }
        [first] { $name } tem { track-total }{ $length }. Começa com { $items }. { $asks ->
            [1] Posso tocar?
           *[0] Quer ouvir mais?
        }
        [middle] Depois, { $items }. Quer ouvir mais?
        [again] Aqui estão { $items }. Quer ouvir mais?
       *[last] E termina com { $items }. Mais alguma coisa?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Esta é { $name }, { track-total }{ $length }: { $items }. { $asks ->
            [1] Posso tocar?
           *[0] E agora?
        }
        [first] Esta é { $name }, { track-total }{ $length }. Primeiro { $items }. { $asks ->
            [1] Posso tocar?
           *[0] Continuo?
        }
        [middle] Em seguida, { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E por último, { $items }. E agora?
    }
    .reprompt = Diga continuar, ou outra playlist. O que você quer?
    .title = { $name }, { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [1] uma música
       *[other] { $total } músicas
    }
tracks-none =
    .speech = Ainda não tem nada em { $name }. Que outra playlist eu abro?
    .reprompt = Qual playlist?
track-details =
    .speech = O número { $number } é { $track }{ $album }{ $length }. E agora?
    .reprompt = Diga continuar, um número, ou uma playlist. O que você quer?
album-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] O álbum { $name } tem { track-total }{ $length }: { $items }. Mais alguma coisa?
        [first] O álbum { $name } tem { track-total }{ $length }. Começa com { $items }. Quer ouvir mais?
        [middle] Depois, { $items }. Quer ouvir mais?
        [again] Aqui estão { $items }. Quer ouvir mais?
       *[last] E termina com { $items }. E agora?
    }
    .reprompt = Diga continuar, ou um número. O que você quer?
    .title = { $name }, { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
album-tracks-none =
    .speech = Não encontro músicas nesse álbum. E agora?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
album-unknown =
    .speech = Não sei de que álbum você está falando. Peça uma música e depois diga: o que tem nesse álbum. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
item-by =
    .speech = É de { $artists }{ $album }. E agora?
    .speech-2 = Essa é de { $artists }{ $album }. E agora?
    .reprompt = Diga: mais como essa, ou um número. O que você quer?
song-facts =
    .speech = É { $track }{ $album }{ $year }{ $length }. E agora?
    .reprompt = Diga: toca essa, ou: mais como essa. O que você quer?
namesakes =
    .speech = { $changed }Várias músicas se chamam { $title }, de { $items }. Qual delas?
    .reprompt = Diga um número, ou de quem é. Qual delas?
    .title = Músicas chamadas { $title }
    .card =
        { $lines }
        { $source }
namesakes-none =
    .speech = Não acho nenhuma música { $title }. E agora?
    .reprompt = O que você quer?
no-such-song =
    .speech = Não achei nenhuma música chamada { $heard }. E agora?
    .reprompt = Diga o título e de quem é. O que você quer?
artist-facts =
    .speech = { $name }{ $genres }. { $newest }E agora?
    .reprompt = Diga: algo como { $name }. O que você quer?
artist-facts-no-genre =
    .speech = { $newest }Não sei qual é o gênero. E agora?
    .reprompt = Diga: algo como { $name }. O que você quer?
artist-newest = O mais novo de { $name } é { $album }, de { $year }. {""}
artist-newest-of-it = O mais novo é { $album }, de { $year }. {""}
artist-new =
    .speech = Novidade de { $name }: { $items }. E agora?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
artist-nothing-new =
    .speech = Nada ultimamente. { $newest }E agora?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
artist-no-release =
    .speech = Não vejo nenhum lançamento de { $name }. E agora?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
no-such-artist =
    .speech = Não achei nenhum artista chamado { $heard }. E agora?
    .reprompt = Diga o nome de novo, ou: o que eu escuto. O que você quer?
artist-whom =
    .speech = Diga: me fala do artista, e um nome. De quem você está falando?
    .reprompt = Diga: me fala do artista, e um nome. De quem você está falando?
item-long =
    .speech = { $name } dura { $length }. E agora?
    .reprompt = Diga: mais como essa, ou um número. O que você quer?
playlist-has =
    .speech = { $partial }Sim, em { $name } tem { $items }{ $more ->
        [0] {""}
        [1] , e mais uma
       *[other] , e mais { $more }
    }. E agora?
    .reprompt = Diga abrir, ou outra playlist. O que você quer?
playlist-lacks =
    .speech = { $partial }Não, não encontro { $heard } em { $name }. Procuro nas outras playlists?
    .reprompt = Procuro nas outras playlists?
playlist-artists =
    .speech = { $partial }{ $songs ->
        [1] Em { $name } tem uma música de cada: { $items }
       *[other] Mais vezes em { $name }: { $items }
    }{ $more ->
        [0] {""}
        [1] , e mais um
       *[other] , e mais { $more }
    }. E agora?
    .reprompt = Diga abrir, ou outra playlist. O que você quer?
playlist-genre-unknown =
    .speech = { $partial }Não vejo nada de { $genre } em { $name }, mas não sei o gênero de cada música. E agora?
    .reprompt = Diga abrir, ou outra playlist. O que você quer?
playlist-shorter =
    .speech = { $name } só tem { $songs }. E agora?
    .reprompt = Diga abrir, ou outra playlist. O que você quer?
nothing-to-compare =
    .speech = Dessas músicas eu não sei. E agora?
    .reprompt = Diga abrir, ou outra playlist. O que você quer?
playlist-long =
    .speech = { $partial }{ $name } tem { track-total }{ $length }.{ $song } E agora?
    .reprompt = Diga abrir, ou outra playlist. O que você quer?
song-playing-by = A música é de { $artists }{ $album }.{" "}
song-playing-long = {" "}Esta música dura { $length }.
playlist-maker =
    .speech = { $maker ->
        [mine] { $song }{ $name } é sua, foi você que criou. O que você quer fazer agora?
        [together] { $song }{ $name } é de { $owner }, e várias pessoas colocam músicas. O que você quer fazer agora?
        [shared] { $song }Várias pessoas colocam músicas em { $name }. O que você quer fazer agora?
        [nameless] { $song }{ $name } não é sua, mas o { -service } não diz o nome. O que você quer fazer agora?
        [unknown] { $song }Não sei quem criou { $name }. O que você quer fazer agora?
       *[theirs] { $song }{ $name } é de { $owner }. O que você quer fazer agora?
    }
    .reprompt = Pergunte quanto tempo ela dura, ou diga o nome de outra playlist. O que você quer fazer?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] As novidades de { $name }: { $items }{ $since }. E agora?
        [first] As novidades de { $name }: { $items }{ $since }. Quer as de antes?
        [middle] Antes, { $items }. Quer ouvir mais?
        [again] Aqui estão { $items }. Quer ouvir mais?
       *[last] E bem no começo, { $items }. E agora?
    }
    .reprompt = Diga continuar, ou outra playlist. O que você quer?
    .title = Novidades de { $name }
    .card =
        { $lines }
        { $source }
news-since = . A mais recente entrou em { $date }
news-none =
    .speech = Ainda não tem nada em { $name }. Que outra playlist eu abro?
    .reprompt = Qual playlist?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } é de { $owner }, e o { -service } não me deixa ler. Qual das suas eu abro?
       *[other] O { -service } não me deixa ler { $name }. Qual outra eu abro?
    }
    .reprompt = Diga o nome de uma playlist sua. Qual vai ser?
playlist-gone =
    .speech = Essa playlist não está mais lá. Qual outra eu abro?
    .reprompt = Qual playlist?

## O que foi salvo, ouvido e amado

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Você salvou { $items }. E agora?
        [first] As últimas salvas são { $items }. Quer as de antes?
        [middle] Antes, { $items }. Quer ouvir mais?
        [again] Aqui estão { $items }. Quer ouvir mais?
       *[last] E as primeiras, { $items }. E agora?
    }
    .reprompt = Diga continuar, ou um número. O que você quer?
    .title = Salvas há pouco
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Você ainda não salvou músicas. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] A última que você ouviu é { $items }. E agora?
           *[other] { heard-when } a última que você ouviu é { $items }. E agora?
        }
        [only] { $when ->
            [ever] Você ouviu { $items }. E agora?
           *[other] { heard-when } você ouviu { $items }. E agora?
        }
        [first] { $when ->
            [ever] As últimas que você ouviu são { $items }. Volto mais?
           *[other] { heard-when } você ouviu { $items }. Quer ouvir mais?
        }
        [middle] Antes, { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E as mais antigas, { $items }. E agora?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] A última que você ouviu é { $items }. E agora?
           *[other] { heard-when } a última que você ouviu é { $items }. E agora?
        }
        [only] { $when ->
            [ever] Ultimamente você ouviu { $items }. E agora?
           *[other] { heard-when } você ouviu { $items }. E agora?
        }
        [first] { $when ->
            [ever] Ultimamente foram { $items }. Quer ouvir mais?
           *[other] { heard-when } você ouviu { $items }. Quer ouvir mais?
        }
        [middle] Mais para trás, { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E as mais antigas, { $items }. E agora?
    }
    .reprompt = Diga continuar, ou pergunte: o que devo ouvir. O que você quer?
    .title = Ouvidas há pouco
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { $when ->
        [ever] O { -service } não me mostra nada que você ouviu há pouco. Pergunte: o que devo ouvir. O que você quer?
       *[other] { heard-when }? Não vejo nada tocado. { $known }E agora?
    }
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
heard-when = { $when ->
        [today] Hoje
        [today-morning] Hoje de manhã
        [today-afternoon] Hoje à tarde
        [today-evening] Hoje à noite
        [yesterday] Ontem
        [yesterday-morning] Ontem de manhã
        [yesterday-afternoon] Ontem à tarde
        [last-night] Ontem à noite
        [day-before] Anteontem
        [monday] Na segunda
        [tuesday] Na terça
        [wednesday] Na quarta
        [thursday] Na quinta
        [friday] Na sexta
        [saturday] No sábado
        [sunday] No domingo
        [weekend] No fim de semana
        [week] Nesta semana
        [last-week] Na semana passada
       *[back-then] Naquela época
    }
heard-last = A última foi { $track }.{" "}
heard-back-to = O { -service } só me mostra o que tocou desde { $date }.{" "}
during = { $span ->
        [weeks] nas últimas quatro semanas
        [years] no último ano
       *[months] nos últimos seis meses
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Em primeiro lugar { during }: { $items }. E agora?
        [only] Seus artistas favoritos { during }: { $items }. E agora?
        [first] Seus artistas favoritos { during } são { $items }. Quer ouvir mais?
        [middle] Depois { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E depois { $items }. E agora?
    }
    .reprompt = Diga continuar, ou: meus artistas favoritos de todos os tempos. O que você quer?
    .title = Seus artistas favoritos { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = O { -service } não conhece os seus artistas favoritos { during }. Diga: meus artistas favoritos de todos os tempos. O que você quer?
    .reprompt = Diga: meus artistas favoritos de todos os tempos. O que você quer?
at-least = pelo menos{" "}
songs-by-artist =
    .speech = { $saved ->
        [0] { $more ->
            [0] Não vejo músicas de { $artist } entre as suas. E agora?
           *[other] Você não salvou nada de { $artist }, mas nas suas playlists tem pelo menos { $more }. E agora?
        }
        [one] Você salvou { $least }uma música de { $artist }{ $more ->
            [0] {""}
           *[other] , e nas suas playlists tem pelo menos mais { $more }
        }. E agora?
       *[other] Você salvou { $least }{ $saved } músicas de { $artist }{ $more ->
            [0] {""}
           *[other] , e nas suas playlists tem pelo menos mais { $more }
        }. E agora?
    }
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
top-genres =
    .speech = Pelos seus artistas favoritos { during }, principalmente { $genres }. E agora?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
top-genres-unknown =
    .speech = O { -service } não me diz os gêneros. Os artistas que você mais ouve são { $artists }. E agora?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
last-heard =
    .speech = Você ouviu { $track } pela última vez { $ago }. E agora?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
last-heard-unknown =
    .speech = Não vejo { $what } entre as últimas que você ouviu. { $known }E agora?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
followed =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Você segue { followed-total }: { $items }. E agora?
        [first] Você segue { followed-total }. Os primeiros são { $items }. Quer ouvir mais?
        [middle] Depois { $items }. Continuo?
       *[last] E depois { $items }. E agora?
    }
    .reprompt = Diga continuar, ou um número. O que você quer?
    .title = Artistas que você segue
    .card =
        { $lines }
        { $source }
followed-total = { $total ->
        [1] um artista
       *[other] { $total } artistas
    }
followed-none =
    .speech = Você ainda não segue nenhum artista no { -service }. Diga: o que posso ouvir. O que você quer?
    .reprompt = Diga: o que posso ouvir. O que você quer?
artist-details =
    .speech = O número { $number } é { $name }{ $genres }. { $newest }E agora?
    .reprompt = Diga continuar, ou: algo como { $name }. O que você quer?
artist-genres = , na linha de { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] Sua música favorita { during } é { $items }. E agora?
        [only] Suas músicas favoritas { during }: { $items }. E agora?
        [first] Suas músicas favoritas { during } são { $items }. Quer ouvir mais?
        [middle] Depois { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E depois { $items }. E agora?
    }
    .reprompt = Diga continuar, ou: minhas músicas favoritas de todos os tempos. O que você quer?
    .title = Suas músicas favoritas { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = O { -service } não conhece as suas músicas favoritas { during }. Diga: minhas músicas favoritas de todos os tempos. O que você quer?
    .reprompt = Diga: minhas músicas favoritas de todos os tempos. O que você quer?

## Novidades de quem se segue

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Lançados nos últimos três meses: { $items }. E agora?
        [first] Lançados nos últimos três meses: { $items }. Quer ouvir mais?
        [middle] Depois { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E { $items }. E agora?
    }
    .reprompt = Diga continuar, ou um número. O que você quer?
    .title = Lançamentos
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Você ainda não segue artistas no { -service }.
        [1] O artista que você segue não lançou nada nos últimos três meses.
       *[other] Os { $artists } artistas que você segue e mais ouve não lançaram nada nos últimos três meses.
    } O que mais você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
releases-partial = { $count ->
        [1] Não consegui verificar um dos seus artistas.
       *[other] Não consegui verificar { $count } dos seus artistas.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = O número { $number } é { $album }{ $total ->
        [0] {""}
        [1] , uma só música
       *[other] , { $total } músicas
    }{ $day }. E agora?
    .reprompt = Diga continuar, ou um número. O que você quer?
released-on = , lançado em { $date }
released-in = , lançado em { $date }

## Novidades desde a última pergunta

arrivals =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { arrivals-since }: { $items }. E agora?
        [first] { arrivals-since }: { $items }. Continuo?
        [middle] Depois { $items }. Continuo?
        [again] Aqui estão { $items }. Continuo?
       *[last] E { $items }. E agora?
    }
    .reprompt = Diga continuar, ou um número. O que você quer?
    .title = Novidades para você
    .card =
        { $lines }
        { $source }
arrivals-since = { $since ->
        [week] Novidades da última semana
       *[visit] Novidades para você
    }
arrival-song = { $track } em { $name }
arrival-release = o novo { $album }
arrival-row = { $artists } · { $name }
arrival-details =
    .speech = O número { $number } é { $track }{ $album }. { $by ->
        [others] Outra pessoa colocou em { $name }.
       *[listener] Entrou em { $name }.
    } E agora?
    .reprompt = Diga continuar, ou um número. O que você quer?
release-details =
    .speech = O número { $number } é { $album }{ $day }. Você segue { $artist }. E agora?
    .reprompt = Diga continuar, ou um número. O que você quer?
arrivals-all =
    .speech = De novidade, é só isso. E agora?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
arrivals-none =
    .speech = { $partial }{ $checked ->
        [both] { nothing-since } nas suas playlists, nem dos artistas que olhei hoje.
        [some] { nothing-since } nas playlists que olhei, nem dos artistas que olhei hoje.
        [playlists] { nothing-since } nas suas playlists.
        [some-playlists] { nothing-since } nas playlists que olhei.
        [artists] { nothing-since } dos artistas que olhei hoje.
       *[nothing] Você não tem playlists suas e não segue artistas, então não tenho onde olhar.
    } O que mais você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
nothing-since = { $since ->
        [week] Na última semana não teve nada de novo
       *[visit] Não tem nada de novo
    }
arrivals-partial = Não consegui olhar tudo agora.{" "}

## Onde está uma música

which-song =
    .speech = Que música você procura?
    .reprompt = Me diga o título. Qual música?
song-where =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { song-found }. Olhei { searched-of }. { open-or-look }
        [first] { song-found }, { on-more }. Qual eu abro, ou continuo?
        [middle] Depois em { $items }. Qual eu abro, ou continuo?
        [again] Aqui estão { $items }. Qual eu abro, ou continuo?
       *[last] E por último em { $items }. Olhei { searched-of }. { open-or-look }
    }
    .reprompt = Diga um nome, um número, ou: continua procurando. Qual delas?
    .screen = Onde está { $heard }
    .title = Onde está { $heard }
    .card =
        { $lines }
        { $source }
song-found = { $earlier ->
        [0] Encontrei { $heard } em { $items }
       *[other] Também está em { $items }
    }
on-more = { $left ->
        [0] e em { more-lists }
       *[other] e em pelo menos { more-lists }
    }
more-lists = { $more ->
        [1] mais uma
       *[other] mais { $more }
    }
open-or-look = { $left ->
        [0] { open-which }
       *[other] { $total ->
            [1] Quer que eu abra, ou continuo procurando?
           *[other] Qual eu abro, ou continuo procurando?
        }
    }
song-where-none =
    .speech = Não encontro mais essas playlists. Que música você procura?
    .reprompt = Diga: onde está, e uma música. O que você quer fazer?
song-not-yet =
    .speech = { $earlier ->
        [0] Ainda não encontrei { $heard }.
       *[other] Por enquanto não achei em mais nenhuma.
    } Olhei { searched-of }. Continuo procurando?
    .reprompt = Continuo procurando { $heard }?
song-nowhere =
    .speech = { $earlier ->
        [0] Não encontro { $heard }.
       *[other] Não encontrei { $heard } em mais nenhuma.
    } Olhei { searched-of }. { ask }
    .reprompt = { ask }
searched-of = { $readable ->
        [0] zero playlists, porque você não criou nem edita nenhuma
        [1] a sua única playlist
       *[other] { $left ->
            [0] todas as { $readable } playlists suas ou compartilhadas
           *[other] { $searched } das { $readable } playlists suas ou compartilhadas
        }
    }

## A conta

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Você ainda não tem nenhuma playlist. O que você quer fazer?
        [1] Você tem uma playlist. Quer que eu abra?
       *[other] Você tem { $count } playlists; { own-among }. O que você quer fazer?
    }
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
own-among = { $unknown ->
        [0] { $others ->
                [0] todas são suas
               *[other] { $own ->
                    [0] nenhuma delas é sua
                    [1] uma delas é sua
                   *[other] { $own } delas são suas
                }
            }
       *[other] { $own ->
            [0] não sei quais são suas
            [1] pelo menos uma delas é sua
           *[other] pelo menos { $own } delas são suas
        }
    }
account-of =
    .speech = Esta é a conta de { $name } no { -service }. E agora?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?
account-sample =
    .speech = Nenhuma conta está vinculada, esta é a demonstração. Para a sua própria música, vincule o { -service } no aplicativo Alexa. E agora?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?
account-nameless =
    .speech = Tem uma conta do { -service } vinculada, mas não consigo dizer o nome dela. E agora?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?
refreshed =
    .speech = Atualizei a sua biblioteca. Você tem { shelf-count }. E agora?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?
refresh-later =
    .speech = Agora não consigo atualizar. Daqui a pouco ela se atualiza sozinha. O que mais você quer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?
what-i-keep =
    .speech = Não se preocupe: guardo a sua biblioteca por um dia, e dicas, opiniões e pedidos de novidades por duas semanas. Diga: me esqueça, e apago tudo. E agora?
    .reprompt = Diga: me esqueça, ou: o que devo ouvir. O que você quer?
forget-me =
    .speech = Eu esqueço o que li da sua biblioteca e o que você curtiu. A sua conta do { -service } fica como está. Posso?
    .reprompt = Esqueço tudo? Sim ou não?
forgotten =
    .speech = Pronto. Esqueci o que sabia de você. Para desvincular também a conta, desative a skill no aplicativo Alexa. Tchau!
forget-later =
    .speech = Agora não consigo. Peça de novo daqui a pouco. O que sobrar some sozinho em duas semanas.

link-account =
    .speech = Coloquei um cartão no seu aplicativo Alexa. Abra e entre na sua conta do { -service }.
link-account-done =
    .speech = A sua conta do { -service } está vinculada. Para desvincular, desative a skill no aplicativo Alexa. O que você quer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?

## A demonstração

demo =
    .speech = Esta é uma demonstração com músicas antigas. Escolho algo para você?
    .speech-2 = Imagine que estas músicas antigas são suas. Escolho algo?
    .reprompt = Você também pode dizer: minhas playlists. Escolho algo?
demo-declined =
    .speech = Tudo bem. Para a sua própria música, vincule o { -service } pelo cartão no aplicativo Alexa. Até mais!
demo-needless =
    .speech = Você não precisa da demonstração: a sua biblioteca está vinculada. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
progress =
    .speech = Um momento.
    .speech-2 = Vou ver.

## Qual delas

which-playlist =
    .speech = Qual playlist?
    .speech-2 = De qual playlist você fala?
    .reprompt = Diga o nome de uma playlist, ou: minhas playlists. Qual?
which-owner =
    .speech = De qual música, ou de qual playlist?
    .reprompt = Diga o nome de uma música ou de uma playlist. Qual?
ask = { $ask ->
        [offer] Quer que eu escolha algo?
        [artist] De qual artista você gosta?
        [name] Diga o nome de novo, ou: minhas playlists. Qual?
        [title] Outro título?
        [shelf] Diga: minhas playlists, e eu leio todas. O que você quer?
       *[next] O que você quer?
    }
did-you-mean =
    .speech = Encontrei { $name }. É essa?
    .speech-2 = Você quer dizer { $name }?
    .reprompt = Diga sim, ou outro nome. É { $name }?
did-you-mean-which =
    .speech = Você quer dizer { $first }, ou { $second }?
    .speech-2 = É { $first }, ou { $second }?
    .reprompt = A primeira ou a segunda?
did-you-mean-number =
    .speech = Tem { $total } com o nome { $name }. { $counted ->
        [years] Qual ano?
       *[numbers] Qual número?
    }
    .reprompt = { $counted ->
        [years] Diga um ano.
       *[numbers] Diga um número.
    } Qual?
    .title = { $name }: qual?
    .card =
        { $lines }
        { $source }
did-you-mean-some =
    .speech = { $more ->
        [0] Encontrei { $total }: { $items }. Qual?
       *[other] Encontrei { $total }. As primeiras são { $items }. Qual?
    }
    .reprompt = Diga um nome ou um número. Qual?
    .title = Qual?
    .card =
        { $lines }
        { $source }
no-such-playlist =
    .speech = Não achei nenhuma playlist chamada { $heard }. { ask }
    .speech-2 = Nas suas playlists não achei { $heard }. { ask }
    .reprompt = { ask }
no-such-playlist-partial =
    .speech = Não encontrei nenhuma playlist chamada { $heard }. { $partial }{ ask }
    .reprompt = { ask }

question-dropped =
    .speech = Tudo bem, deixa pra lá. Você pode dizer: minhas playlists. O que você quer?
    .speech-2 = Vamos tentar outra coisa. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
yes-to-nothing =
    .speech = Claro. Do que você quer saber?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
no-not-that =
    .speech = Tudo bem, essa não. Diga outro nome, ou: minhas playlists. Qual?
    .reprompt = Diga um nome, ou: minhas playlists. Qual?
no-then-what =
    .speech = Tudo bem. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists, ou parar. O que você quer?
which-number =
    .speech = Qual número?
    .reprompt = Diga um número, ou um nome. Qual?

## Por dentro de uma lista

list-end =
    .speech = Esse é o fim da lista. E agora?
    .reprompt = Diga do começo, ou um nome. O que você quer?
list-start =
    .speech = Esse é o começo da lista. E agora?
    .reprompt = Diga continuar, ou um nome. O que você quer?
list-no-such =
    .speech = { $total ->
        [1] Só tem uma nesta lista. Quer ouvir de novo?
       *[other] Esta lista vai de um a { $total }. Qual número?
    }
    .reprompt = Diga um número, ou continuar. Qual?
list-count =
    .speech = { $total ->
        [1] Nesta lista só tem uma.
       *[other] Nesta lista tem { $total }.
    } E agora?
    .reprompt = Diga: mais como essa, ou um número. O que você quer?
list-unreadable =
    .speech = Tem algo nesta lista, mas agora não consigo ler nada. Você pode dizer: minhas playlists. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
nothing-to-repeat =
    .speech = Não tenho nada para repetir. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
offer-again =
    .speech = Quer uma sugestão do que ouvir?
    .reprompt = Quer uma sugestão do que ouvir?
nothing-to-page =
    .speech = Não estou lendo nenhuma lista agora. Quer que eu ache algo para ouvir?
    .reprompt = Você também pode dizer: minhas playlists. Quer que eu ache algo?

## What plays now

playing =
    .speech = { $run ->
        [paused] Você pausou { $track }.
       *[running] Você está ouvindo { $track }.
    } E agora?
    .reprompt = Diga: mais como essa. O que você quer?
    .title = Tocando agora
    .card =
        { $track }
        { $source }
playing-podcast =
    .speech = { $run ->
        [paused] Você pausou um podcast, { $track }.
       *[running] É um podcast, { $track }.
    } E agora?
    .reprompt = Pergunte: o que devo ouvir? O que você quer?
playing-liked =
    .speech = Anotado: você gosta de { $track }.
playing-none =
    .speech = { $what ->
        [ad] Agora está passando um anúncio.
        [hidden] O { -service } não diz o que está tocando.
       *[silent] Não tem nada tocando no seu { -service } agora.
    } Acho alguma coisa para você?
    .reprompt = Acho alguma coisa para você ouvir?

## Salvar

song-is-saved =
    .speech = Sim, { $track } está nas suas músicas salvas. E agora?
    .reprompt = Diga: toca essa, ou: mais como essa. O que você quer?
song-not-saved =
    .speech = Não, { $track } não está salva. Procuro nas suas playlists?
    .reprompt = Procuro nas suas playlists?
song-chosen =
    .speech = { $track }: boa escolha. Para ouvir, diga: toca essa. E agora?
    .speech-2 = Então { $track }. Para ouvir, diga: toca essa. E agora?
    .reprompt = Diga: toca essa, ou: outra. O que você quer?
saving-off =
    .speech = Eu não consigo salvar músicas nem mudar playlists. No aplicativo do { -service } dá. Quer uma sugestão do que ouvir?
    .reprompt = Quer uma sugestão do que ouvir?
saving-sample =
    .speech = Isto é só a demonstração, aqui não dá para salvar nada. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
saving-refused =
    .speech = O { -service } não me deixa mudar isso. O que você prefere?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
save-which =
    .speech = Diga, por exemplo: salva a segunda. Qual música?
    .reprompt = Diga salva e o número. Qual música?
no-song-named =
    .speech = Não sei de qual música você está falando. Quer uma sugestão?
    .reprompt = Quer uma sugestão de música?
save-not =
    .speech = { $why ->
        [local] É um arquivo seu, e o { -service } não consegue salvar.
        [podcast] É um podcast, e eu só salvo músicas.
       *[other] Só consigo salvar músicas.
    } E agora?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
song-saved =
    .speech = { $done ->
        [again] Você já tinha salvado { $track }.
       *[new] Salvei { $track }.
    } E agora?
    .reprompt = Para desfazer, diga: tira das salvas. O que você quer?
added-stays =
    .speech = Não consigo tirar músicas de playlists, isso é no aplicativo do { -service }. E agora?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
song-taken-off =
    .speech = { $done ->
        [again] Você não tinha salvado { $track }.
       *[new] Tirei { $track } das suas músicas salvas.
    } E agora?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
song-added =
    .speech = { $done ->
        [again] { $track } já está em { $name }.
       *[new] Coloquei { $track } em { $name }.
    } E agora?
    .reprompt = Diga, por exemplo: abre { $name }. O que você quer?
add-theirs =
    .speech = { $maker ->
        [theirs] { $name } é de { $owner }, então não consigo adicionar nada.
       *[other] O { -service } não me deixa adicionar nada em { $name }.
    } Qual das suas?
    .reprompt = Diga o nome de uma playlist sua. Qual?
playlist-made =
    .speech = { $done ->
        [new] Criei uma playlist privada, { $name }, com { $songs }.
        [more] Coloquei { $songs } em { $name }.
       *[again] Já estão todas em { $name }.
    } E agora?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
song-count = { $count ->
        [one] uma música
       *[other] { $count } músicas
    }
make-nothing =
    .speech = Ainda não tem músicas para uma playlist. Quer uma sugestão?
    .reprompt = Quer uma sugestão de música?
playlist-of-day = { -skill }, { $date }
playlist-made-by = Criada por { -skill }, uma skill para a Alexa.

## Ajuda, e o que ninguém entende

help =
    .speech = Pergunte: o que eu devo ouvir, ou: o que tem de novo para mim. Ou diga: minhas playlists. Para saber mais, diga: o que mais. O que você quer fazer?
    .reprompt = Pergunte: o que eu devo ouvir, ou: o que mais. O que você quer fazer?
    .screen =
        Você pode dizer:
        “O que eu devo ouvir?”
        “O que tem de novo para mim?”
        “Minhas playlists”
        “Abra” e um nome
        “O que mais?”
help-find =
    .speech = Pergunte: onde está, ou: quem canta, e uma música. { $able ->
        [3] De uma música, diga: toca ela, ou: salva ela.
        [1] De uma música, diga: salva ela.
        [2] De uma música, diga: toca ela.
       *[other] Para uma playlist, diga: abra, e o nome.
    } E para continuar: o que mais. O que você quer fazer?
    .reprompt = Diga: o que mais, e eu continuo. O que você quer fazer?
    .screen =
        Você pode dizer:
        “Onde está” e uma música
        “Quem canta” e uma música
        “Abra” e um nome
        “O que mais?”
help-taste =
    .speech = Diga um clima, um artista ou uma década. Ou diga: gostei, essa não, ou: não me recomende mais, e um nome. O que você quer fazer?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer fazer?
    .screen =
        Você pode dizer:
        Um clima, um artista ou uma década
        “Gostei” ou “Essa não”
        “Não me recomende mais” e um nome
able-to =
    .speech = { $capability ->
        [can-save] Sim. Quando eu disser uma música, diga: salva ela, ou: coloca em, e uma playlist.
        [can-make] Sim. Depois de algumas músicas, diga: faz uma playlist com essas.
       *[can-play] Sim, onde o { -service } estiver aberto. Diga: toca, e um nome.
    } Quer que eu ache algo para ouvir?
    .speech-2 = { $capability ->
        [can-save] Claro. Assim que eu disser uma música, diga: salva ela, ou: coloca em, e uma playlist.
        [can-make] Claro. Quando eu tiver dito algumas músicas, diga: faz uma playlist com essas.
       *[can-play] Claro, se o { -service } estiver aberto em algum lugar. Diga: toca, e um nome.
    } Quer que eu ache algo?
    .reprompt = Quer que eu ache algo para ouvir?
about-skill =
    .speech = { $capability ->
        [cost] É de graça. Basta uma conta do { -service }, mesmo grátis.{ $able ->
            [0] {""}
            [1] {""}
           *[other] {" "}Só para tocar nos seus aparelhos é preciso ter o Premium.
        }
        [premium] { $able ->
            [0] Não, uma conta grátis basta.
            [1] Não, uma conta grátis basta.
           *[other] Só para tocar nos seus aparelhos. O resto funciona com uma conta grátis.
        }
        [family] Sim. Quem tem a voz cadastrada na Alexa pode vincular o próprio { -service }. Os outros usam este.
        [listening] Eu não escuto você. Quem escuta é a Alexa, e enquanto a gente conversa só recebo as palavras do que você pede.
        [sharing] Não vendo nada nem passo nada para ninguém: eu pergunto ao { -service }, e você ouve a resposta da Alexa. Para apagar tudo, diga: me esqueça.
        [password] Sua senha eu nunca vejo: você digitou na página do { -service }.
       *[maker] Não, sou uma skill independente: nem do { -service }, nem da Amazon. Só leio a sua música no { -service }, e só se você deixar.
    } O que você quer?
    .reprompt = Pergunte: o que eu devo ouvir. O que você quer?
about-password-unlinked =
    .speech = Sua senha eu nunca vejo. Você entra na página do { -service }, pelo cartão no aplicativo Alexa. O que mais você quer saber?
    .reprompt = Diga: quero a demonstração. O que você quer?
help-list =
    .speech = Diga continuar ou voltar, ou um nome ou um número para saber mais. O que você quer?
    .reprompt = Diga continuar, ou um nome. O que você quer?
    .screen =
        Você pode dizer:
        “Continuar” ou “Voltar”
        Um número ou um nome
help-picks =
    .speech = Diga: { $asks ->
        [1] toca ela, gostei,
       *[other] gostei, essa não,
    } outra, ou por quê. Com voltar, você sai das recomendações. O que você quer?
    .reprompt = Diga: outra, ou por quê. O que você quer?
    .screen =
        Você pode dizer:
        { $asks ->
            [1] “Toca ela” ou “Gostei”
           *[other] “Gostei” ou “Essa não”
        }
        “Outra” ou “Por quê?”
        “Voltar”, para sair das recomendações
help-artist =
    .speech = É só dizer o nome de uma banda ou de um cantor. Quem?
    .reprompt = Diga o nome de um artista. Quem?
help-song =
    .speech = É só dizer o título. Qual música?
    .reprompt = Diga um título. Qual música?
help-which =
    .speech = Diga o nome de uma das suas playlists, ou: minhas playlists. Qual?
    .reprompt = Diga um nome, ou: minhas playlists. Qual?
help-meant =
    .speech = Diga sim ou não, a primeira ou a segunda, ou o nome de novo. Qual?
    .reprompt = A primeira ou a segunda?
help-speaker =
    .speech = Diga o nome de uma caixa de som, ou a primeira ou a segunda. Qual?
    .reprompt = Diga o nome de uma caixa de som, ou: a primeira. Qual?
help-confirm =
    .speech = Diga sim e eu faço, ou não e eu não faço. Posso?
    .reprompt = Sim ou não?
help-unlinked =
    .speech = Conheço as suas playlists do { -service } e recomendo músicas. Diga: quero a demonstração, ou vincule o { -service } no aplicativo Alexa. O que você quer?
    .reprompt = Diga: quero a demonstração. O que você quer?
    .screen = Conheço as suas playlists do { -service } e recomendo músicas. Diga “Quero a demonstração”, ou vincule o { -service } no aplicativo Alexa.
help-unlinked-more =
    .speech = Escolho músicas, conto as novidades e acho onde está uma música. Para ver, diga: quero a demonstração. O que você quer?
    .reprompt = Diga: quero a demonstração. O que você quer?
fallback =
    .speech = Não entendi. Pergunte: o que devo ouvir, ou diga: minhas playlists. O que você quer?
    .speech-2 = Isso eu não sei fazer. Tente: o que devo ouvir. O que você quer?
    .speech-3 = Desculpe, não entendi. Tente: minhas playlists. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
    .screen = Não entendi.
fallback-list =
    .speech = Não entendi. Diga continuar, ou um número. O que você quer?
    .speech-2 = Desculpe, não entendi. Continuar, ou um número?
    .reprompt = Diga continuar, ou um número. O que você quer?
    .screen = Não entendi.
fallback-picks =
    .speech = Não entendi. Diga: { $asks ->
        [1] toca ela
       *[other] gostei
    }, outra, ou por quê. O que você quer?
    .speech-2 = Desculpe, não entendi. Outra, ou por quê?
    .reprompt = Diga: outra, ou por quê. O que você quer?
    .screen = Não entendi.
fallback-artist =
    .speech = Não entendi o nome. Qual artista?
    .reprompt = Diga o nome de um artista. Quem?
fallback-song =
    .speech = Não entendi o título. Qual música?
    .reprompt = Diga um título. Qual música?
fallback-which =
    .speech = Não entendi o nome. Você também pode dizer: minhas playlists. Qual?
    .reprompt = Diga um nome, ou: minhas playlists. Qual?
fallback-meant =
    .speech = Desculpe, a primeira ou a segunda?
    .speech-2 = Não entendi. A primeira, ou a segunda?
    .reprompt = A primeira ou a segunda?
fallback-speaker =
    .speech = Não entendi qual caixa de som. Qual?
    .reprompt = Diga o nome de uma caixa de som, ou: a primeira. Qual?
fallback-confirm =
    .speech = Desculpe, sim ou não?
    .speech-2 = Não entendi. Sim ou não?
    .reprompt = Sim ou não?
fallback-unlinked =
    .speech = Não entendi. Quer ouvir a demonstração?
    .reprompt = Diga: quero a demonstração, ou ajuda. O que você quer?
    .screen = Não entendi.
waiting =
    .speech = Claro, sem pressa. O que você quer?
    .speech-2 = Tá bom, quando quiser. O que você quer?
    .reprompt = Ainda estou aqui. O que você quer?
thanks =
    .speech = De nada. Mais alguma coisa?
    .speech-2 = Imagina. Mais alguma coisa?
    .reprompt = Mais alguma coisa, ou paro por aqui?
unsupported =
    .speech = { $capability ->
        [playback] Eu não toco música, só recomendo.
        [louder] Não mudo o volume. Diga só: Alexa, aumenta o volume.
        [quieter] Não mudo o volume. Diga só: Alexa, abaixa o volume.
        [mute] Não tiro o som. Diga só: Alexa, mudo.
        [volume] Não mudo o volume. Diga só: Alexa, volume cinco.
        [timer] Não tenho timer nem alarme. Diga parar, e peça à Alexa.
        [lyrics] Não tenho as letras.
        [ads] Não consigo pular anúncios.
        [edit] Apagar, renomear, compartilhar: isso eu não consigo fazer com uma playlist.
        [rename] Não consigo dar nome a uma playlist; isso se faz no { -service }.
        [facts] De uma música, só sei o artista, o álbum e o ano.
        [charts] Não sei o que está nas paradas.
        [concerts] Não sei as datas dos shows.
        [sorting] Isso eu não consigo ordenar, comparar nem contar.
        [pace] A velocidade da minha voz é a Alexa que define.
        [chat] Eu só entendo de música, e mais ainda da sua.
       *[other] Eu só entendo de música. Diga parar, e pergunte à Alexa.
    } Quer uma sugestão do que ouvir?
    .speech-2 = { $capability ->
        [playback] Tocar não é comigo, mas sei o que vale a pena ouvir.
        [louder] O volume não é comigo. Diga: Alexa, aumenta o volume.
        [quieter] O volume não é comigo. Diga: Alexa, abaixa o volume.
        [mute] O som não é comigo. Diga: Alexa, mudo.
        [volume] O volume não é comigo. Diga: Alexa, volume cinco.
        [timer] Timer e alarme não são comigo. Diga parar e peça à Alexa.
        [lyrics] As letras eu não sei.
        [ads] Com anúncio eu não posso fazer nada.
        [edit] Assim eu não consigo mudar nem compartilhar uma playlist.
        [rename] O nome de uma playlist só muda no { -service }.
        [facts] Só sei o artista, o álbum e o ano.
        [charts] Das paradas de sucesso eu não sei nada.
        [concerts] De shows eu não sei nada.
        [sorting] Ordenar, comparar e contar não é comigo.
        [pace] A velocidade da minha voz é a Alexa que define.
        [chat] Eu só entendo de música, principalmente da sua.
       *[other] Isso não é comigo. Diga parar e peça à Alexa.
    } Quer uma música para ouvir?
    .reprompt = Quer uma sugestão do que ouvir?
music-request = { $wish ->
        [song] Alexa, toque a música { $name } de { $artist } no { -service }
        [title] Alexa, toque a música { $name } no { -service }
        [album] Alexa, toque o álbum { $name } de { $artist } no { -service }
        [playlist] Alexa, toque a playlist { $name } no { -service }
        [shuffled] Alexa, toque a playlist { $name } em modo aleatório no { -service }
        [podcast] Alexa, toque o podcast { $name } no { -service }
        [genre] Alexa, toque { $name } no { -service }
       *[anything] Alexa, toque { $name } no { -service }
    }
play-address =
    { $address }
    {""}
play-elsewhere =
    .speech = Eu mesma não toco música. Diga: { $request }.{ $where }
    .speech-2 = Quem toca a música é a Alexa. Diga: { $request }.{ $where }
    .title = Para ouvir
    .card =
        Diga: "{ $request }"{ $where }
        { $address }{ $source }
play-where = {" "}Para outro Echo, diga também o nome dele.
play-unqueued =
    .speech = Não consigo colocar na fila. Para ouvir agora, diga: { $request }.{ $where }
    .title = Para ouvir
    .card =
        Diga: "{ $request }"{ $where }
        { $address }{ $source }
play-by-card =
    .speech = Eu mesma não toco música, e esse nome não dá para falar. O cartão no seu aplicativo Alexa leva até lá.
    .title = Para ouvir
    .card = { $address }{ $source }
play-nameless =
    .speech = Eu mesma não toco música, e essa não tem um nome para pedir. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?
play-local =
    .speech = { $name } é um arquivo seu, então a Alexa não consegue tocar. O que você prefere?
    .reprompt = Diga outro nome. O que você quer?
play-unplayable =
    .speech = { $name } não pode ser ouvida no { -service } no seu país. O que você prefere?
    .reprompt = Diga outro nome. O que você quer?
play-sample =
    .speech = Essa playlist só existe na demonstração, e eu mesma não toco música. O que você prefere?
    .reprompt = Você pode dizer o nome de uma música. O que você quer?
play-nothing =
    .speech = Ainda não sei o que você quer ouvir. Quer uma sugestão?
    .reprompt = Quer uma sugestão do que ouvir?
play-unknown =
    .speech = Não achei { $heard } no { -service }. O que você quer ouvir no lugar?
    .reprompt = Diga o nome de novo, ou pergunte: o que devo ouvir. O que você quer?
play-instead =
    .speech = Isso eu não consigo tocar. Diga: { $request }.{ $where }
    .title = Para ouvir
    .card =
        Diga: "{ $request }"{ $where }
        { $address }{ $source }
play-here =
    .speech = Um Echo só aparece no { -service } depois que tocou alguma coisa nele. Diga: { $request }.
    .title = Para ouvir
    .card =
        Diga: "{ $request }"
        { $address }{ $source }
play-premium =
    .speech = O { -service } só me deixa tocar com o Premium. Mas você pode dizer: { $request }.{ $where }
    .title = Para ouvir
    .card =
        Diga: "{ $request }"{ $where }
        { $address }{ $source }
play-started =
    .speech = { $before }{ $order ->
        [shuffled] Tocando { $name } no aleatório, em { $speaker }.
        [unshuffled] Tocando { $name } em { $speaker }, mas sem o aleatório.
       *[own] Tocando { $name } em { $speaker }.
    }
play-queued =
    .speech = { $name } está na fila. O que mais?
    .reprompt = Pergunte: o que eu ouço? O que você quer?
shuffle-only-playlists =
    .speech = Só consigo embaralhar uma playlist. E agora?
    .reprompt = Diga: toca, o nome de uma playlist, no aleatório. O que você quer?
queue-only-songs =
    .speech = Na fila só entram músicas. E agora?
    .reprompt = Pergunte: o que eu ouço? O que você quer?
play-moved =
    .speech = Certo, agora em { $speaker }.
player-done =
    .speech = { $command ->
        [pause] Pausei.
        [resume] Voltou a tocar.
        [shuffle] Agora está no aleatório.
        [next] Aí vai a próxima.
       *[previous] Voltei para a anterior.
    }
which-speaker =
    .speech = { $lead ->
        [unknown] Não encontro essa caixa de som.
        [gone] Essa caixa de som acabou de sumir.
        [restricted] Essa caixa de som não me deixa tocar música.
        [here] Um Echo só aparece depois que você tocou o { -service } nele.
       *[silent] {""}
    } Posso tocar em { $items }. { $count ->
        [one] Toco aí?
       *[other] Onde eu toco?
    }
    .reprompt = Diga o nome de uma caixa de som, ou: a primeira. Qual?
speakers-none =
    .speech = { $lead ->
        [here] Um Echo só aparece depois que você tocou o { -service } nele.
       *[silent] Não encontro nenhuma caixa de som com o { -service } aberto.
    } Abra o { -service } em algum lugar e peça de novo. O que você quer enquanto isso?
    .reprompt = Pergunte: o que eu ouço? O que você quer?
goodbye =
    .speech = Tchau!
    .speech-2 = Até logo.

## Quando algo deu errado

link-or-demo =
    .speech = Para isso, vincule o { -service } pelo cartão no seu aplicativo Alexa. Quer ouvir a demonstração enquanto isso?
    .reprompt = Vincule o { -service } no aplicativo Alexa. Quer ouvir a demonstração?
apology-not-linked =
    .speech = Para isso preciso ver a sua biblioteca do { -service }. Coloquei um cartão no seu aplicativo Alexa para vincular.
apology-link-expired =
    .speech = O { -service } não me deixa mais entrar. Isso acontece de tempos em tempos. Vincule a sua conta de novo com o cartão no aplicativo Alexa.
apology-scope-missing =
    .speech = Você vinculou a sua conta antes de eu saber fazer isso. Vincule o { -service } de novo com o cartão no aplicativo Alexa.
apology-not-admitted =
    .speech = O { -service } ainda não me mostra a sua biblioteca. Quem cuida desta skill precisa primeiro incluir a sua conta. Peça a essa pessoa.
apology-forbidden =
    .speech = O { -service } não me deixa fazer isso.
apology-premium-required =
    .speech = O { -service } não me deixa entrar: a assinatura Premium por trás desta skill venceu. Volto a funcionar quando ela for renovada.
apology-premium-to-play =
    .speech = O { -service } só me deixa fazer isso com o Premium.
apology-player-refused =
    .speech = O { -service } não consegue fazer isso agora. Talvez já esteja pausado, ou essa caixa de som não deixa.
apology-not-found =
    .speech = Não encontro mais isso. Talvez tenha sido removido. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
apology-no-active-device =
    .speech = O { -service } não está aberto em nenhum dispositivo.
apology-rate-limited =
    .speech = O { -service } me pede para ir mais devagar. Tente de novo { wait }, por favor.
apology-quota-exceeded =
    .speech = Tanta gente perguntou hoje que o { -service } não aceita mais perguntas minhas. Tente de novo { wait }, por favor.
apology-rejected =
    .speech = O { -service } não me entendeu. A culpa é minha. Tente outra coisa.
apology-unavailable =
    .speech = Agora não consigo falar com o { -service }. Tente daqui a pouco.
apology-too-slow =
    .speech = O { -service } está lento agora. Tente daqui a um momento.
apology-unreadable =
    .speech = Não consegui ler a resposta do { -service }. Tente daqui a pouco.
apology-deadline =
    .speech = Está demorando demais. Peça de novo; na segunda vez costuma ser mais rápido.
apology-provider =
    .speech = Não consegui isso do { -service }. Tente daqui a pouco.
apology-unconfirmed =
    .speech = O { -service } está lento agora e não tenho certeza se deu certo. Confira daqui a pouco. E agora?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
apology-playlist-full =
    .speech = Essa playlist está cheia, não cabe mais nada. O que você prefere?
    .reprompt = Diga: minhas playlists. O que você quer?
apology-busy =
    .speech = Tem muita gente agora. Tente daqui a um momento.
apology-unexpected =
    .speech = Desculpe, algo deu errado. Tente daqui a pouco.

## O que ouvir

picks =
    .speech = { $notice }{ $told ->
        [nothing] Experimente { $track }.
        [opened] { $track }.
        [opened-because] { $track }, porque { $reason }.
       *[reason] Experimente { $track }, porque { $reason }.
    } { $asks ->
        [1] Posso tocar?
       *[other] Gostou?
    }
    .speech-2 = { $notice }{ $told ->
        [nothing] Que tal { $track }?
        [opened] { $track }.
        [opened-because] { $track }, porque { $reason }.
       *[reason] Que tal { $track }? Escolhi porque { $reason }.
    } { $asks ->
        [1] Quer ouvir?
       *[other] Gostou?
    }
    .speech-3 = { $notice }{ $told ->
        [nothing] Recomendo { $track }.
        [opened] { $track }.
        [opened-because] { $track }, porque { $reason }.
       *[reason] Recomendo { $track }, porque { $reason }.
    } { $asks ->
        [1] Toco essa?
       *[other] Gostou?
    }
    .reprompt = Você também pode dizer: outra, ou: por quê. { $asks ->
        [1] Posso tocar?
       *[other] Gostou?
    }
    .title = Para você
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Não sei mais o que recomendei. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
picks-dry =
    .speech = { $notice }Por hoje é só. Diga, por exemplo: algo calmo. O que você quer?
    .speech-2 = { $notice }Por hoje não tenho mais ideias. Diga um clima ou um gênero. O que você quer?
    .reprompt = Diga do começo, ou um clima. O que você quer?
pick-details =
    .speech = O número { $number } é { $track }. Escolhi porque { $reason }{ $length }. { $asks ->
        [1] Posso tocar?
       *[other] Gostou?
    }
    .reprompt = Você também pode dizer: outra. { $asks ->
        [1] Posso tocar?
       *[other] Gostou?
    }
why =
    .speech = Porque { $reasons }. { $asks ->
        [1] Posso tocar?
       *[other] Gostou?
    }
    .speech-2 = Escolhi porque { $reasons }. { $asks ->
        [1] Quer ouvir?
       *[other] Gostou?
    }
    .reprompt = Você também pode dizer: outra. { $asks ->
        [1] Posso tocar?
       *[other] Gostou?
    }
    .title = Por que esta?
    .card =
        { $track }: { $reasons }.
        { $source }
opinion-of-which =
    .speech = Diga o número ou o título. De qual música você está falando?
    .speech-2 = Primeiro me diga um número ou um título. Qual música?
    .reprompt = Diga um número, ou um título. Qual música?
picks-so-far =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Até agora eu indiquei { $items }. E agora?
        [first] Até agora foram { $items }. Quer ouvir mais?
        [middle] Depois, { $items }. Quer ouvir mais?
        [again] Aqui estão { $items }. Quer ouvir mais?
       *[last] E por último, { $items }. E agora?
    }
    .reprompt = Diga um número, ou: faz uma playlist com essas. O que você quer?
    .title = Indicadas até agora
    .card =
        { $lines }
        { $source }
picks-so-far-none =
    .speech = Ultimamente não indiquei nada. Quer que eu escolha uma?
    .reprompt = Quer que eu escolha uma?
why-playlist =
    .speech = Pensei em { $playlist }, porque { $reason }. Quer que eu abra?
    .reprompt = Quer que eu abra?
why-other =
    .speech = Essa não fui eu que escolhi. Quer uma sugestão minha?
    .reprompt = Quer uma sugestão minha?
why-nothing =
    .speech = Ainda não recomendei nada. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Ainda não conheço o seu gosto.
       *[other] Não conheço o seu gosto, porque não consegui ver tudo.
    } { ask }
    .reprompt = { ask }
wish-unmet =
    .speech = { $gaps }{ $unmet }{ ask }
    .reprompt = { ask }
rediscover-none =
    .speech = { $count ->
        [0] Você não tem uma playlist sua onde procurar. Pergunte: o que devo ouvir. O que você quer?
        [1] Você ouviu há pouco tudo o que está na sua playlist. Pergunte: o que devo ouvir. O que você quer?
       *[other] Olhei { $count } das suas playlists, e você ouviu tudo há pouco. Pergunte: o que devo ouvir. O que você quer?
    }
    .reprompt = Pergunte: o que devo ouvir. O que você quer?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $wish }Que tal { $items }? Escolhi porque { $reason }. { open-which }
        [first] { $wish }Que tal { $items }? A primeira, porque { $reason }. Qual, ou continuo?
        [again] Aqui estão { $items }. Qual?
       *[other] Tem também { $items }. Qual?
    }
    .reprompt = Diga um nome, ou a primeira. Qual eu abro?
    .screen = Playlists para você
    .title = Playlists para você, { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Agora não tenho uma playlist para recomendar. Pergunte: o que devo ouvir. O que você quer?
    .reprompt = Pergunte: o que devo ouvir. O que você quer?

## O que nunca se recomenda

wish-excluded =
    .speech = Você me pediu para tirar { $name }. Para mudar, diga: você pode recomendar { $name } de novo. O que você quer?
    .reprompt = Diga: você pode recomendar { $name } de novo. O que você quer?
picks-excluded =
    .speech = Você tirou tudo o que eu sugeriria. Pergunte: o que você não recomenda. O que você quer?
    .reprompt = Pergunte: o que você não recomenda. O que você quer?
never-noted =
    .speech = Certo, chega de { $name }. { ask }
    .speech-2 = Combinado, tirei { $name }. { ask }
    .reprompt = Para ouvir a lista, pergunte: o que você não recomenda. { ask }
never-which =
    .speech = Diga: nunca recomende, e um nome ou um gênero. O que eu tiro?
    .reprompt = Diga: nunca recomende, e um nome. O que eu tiro?
never-full =
    .speech = Já são cem coisas. Diga primeiro o que posso recomendar de novo. O que você quer?
    .reprompt = Pergunte: o que você não recomenda. O que você quer?
never-lost =
    .speech = Não consegui anotar isso agora. Tente de novo mais tarde. O que você quer?
    .reprompt = Pergunte: o que eu posso ouvir. O que você quer?
exclusions =
    .speech = Não recomendo { $names }{ $more ->
        [0] .
        [1] {" "}e mais uma coisa.
       *[other] {" "}e mais { $more } coisas.
    } { ask }
    .reprompt = Diga o que posso recomendar de novo. { ask }
    .title = O que deixo de fora
    .card = { $all }
exclusions-none =
    .speech = Não deixo nada de fora. { ask }
    .reprompt = Diga: nunca recomende, e um nome. { ask }
allowed =
    .speech = Certo, { $name } está de volta. { ask }
    .reprompt = Diga sim para uma música. { ask }
allow-unknown =
    .speech = Eu não estava tirando { $name }. { ask }
    .reprompt = Para ouvir a lista, pergunte: o que você não recomenda. { ask }
allow-which =
    .speech = Diga: volte a recomendar, e o nome. O que volta?
    .reprompt = Para ouvir a lista, pergunte: o que você não recomenda. O que volta?

## Dito antes das recomendações; cada frase termina com um espaço

notices = { $first }{ $then }
notice-again = Do começo.{" "}
notice-unmet = { $kind ->
    [mood] Não achei nada { $heard }.{" "}
    [activity] Não achei nada para { $heard }.{" "}
    [several] Não achei nada que tenha tudo isso.{" "}
   *[other] Não achei nada de { $heard }.{" "}
}
notice-nothing-new = Não achei nada novo.{" "}
notice-nothing-familiar = Essas você já conhece, então algo novo.{" "}
notice-only-new = Certo, então uma novidade.{" "}
notice-heard = Esta você conhece.{" "}
notice-new = Aqui vai algo novo.{" "}
notice-playlists = Esta é das suas próprias playlists.{" "}
notice-liked = Bom saber.{" "}
notice-disliked = Tudo bem, essa não.{" "}
notice-one-liked = Anotado: você gosta de { $track }.{" "}
notice-one-disliked = Tudo bem, { $track } não.{" "}
notice-more-like = Mais como { $track }.{" "}
notice-missing = Não consegui olhar { $sources }.{" "}
notice-scope = Para incluir { $sources }, vincule a sua conta de novo.{" "}
notice-no-era = Não achei nada { $era }.{" "}
era-year = de { $year }
era-earlier = de antes de { $year }
era-later = de { $year } para cá
notice-no-kind = Não achei nada que combine com { $heard }.{" "}
notice-no-mood = Ali não tem nada { $mood }.{" "}
notice-no-artist = Não achei nada como { $artist } que combine.{" "}
notice-no-playlists = Nada nas suas playlists combina.{" "}
notice-no-saved = Nada do que você salvou combina.{" "}
notice-no-language = Esse idioma eu não reconheço.{" "}
notice-no-unwanted = Não consigo tirar mais nada.{" "}
notice-no-length = Não escolho por duração.{" "}
notice-no-several = Uma de cada vez.{" "}
notice-no-album = Só escolho músicas.{" "}
notice-no-someone = Só conheço o seu gosto.{" "}
notice-no-playlist = Não posso criar playlists.{" "}
notice-no-ready-playlist = Depois diga: faz uma playlist.{" "}
notice-none-named-so = Nenhum nome combina.{" "}
notice-genres-unknown = Não sei o gênero dessa.{" "}
notice-mood-limit = Já era { $mood }, aqui vai mais.{" "}
notice-never = Certo, chega de { $name }.{" "}
feels-sad = Algo para te animar:{" "}
feels-angry = Algo para esfriar a cabeça:{" "}
feels-calm = Algo para relaxar:{" "}
feels-happy = Algo alegre:{" "}
feels-energetic = Algo para dar um gás:{" "}
notice-closest = Não achei { $heard }, então { $about }.{" "}
opening-closest = Não achei { $heard }. O mais próximo é { $about }:{" "}
also-asked-genre = Mais { $about }:{" "}
also-mood = No mesmo clima { $about }:{" "}
also-activity = Também para { $about }:{" "}
also-mood-for = Também num clima { $mood }, e para { $about }:{" "}
also-era = Também de { $year }:{" "}
source-favourites = os seus favoritos
source-plays = o que você ouviu há pouco
source-saves = as suas músicas salvas
source-followed = os artistas que você segue
source-playlists = as suas playlists
source-discovery = as novidades

## Motivos; cada um vem depois de "porque" ou de dois-pontos

reason-unheard = é nova para você
reason-fits = combina com o que você ouve
reason-of-the-day = hoje o acaso a colocou em primeiro
reason-of-the-demo = faz parte da demonstração
reason-name-fits = o nome combina
reason-top-track = você ouviu muito { $span ->
        [weeks] nas últimas semanas
        [months] nos últimos meses
       *[years] no último ano
    }
reason-top-artist = { $about } está entre os seus artistas favoritos { $span ->
        [weeks] destas semanas
        [months] destes meses
       *[years] do último ano
    }
reason-top-tracks = você adora as músicas de { $about }
reason-played = você tem ouvido muito { $about }
reason-saved = você salvou músicas de { $about }
reason-followed = você segue { $about }
reason-playlist = está na sua playlist { $about }
reason-playlist-since = está na sua playlist { $about } desde { $since }
reason-playlists = está nas suas playlists { $about } e { $other }
reason-genre = você costuma ouvir { $about }
reason-style = é { $about }
reason-mood = tem um clima { $about }
reason-activity = combina com { $about }
reason-asked-genre = é { $about }
reason-asked-artist = você queria algo de { $about }
reason-era = o álbum saiu em { $year }
reason-both = { $wish }, e { $reason }
wish-asked-genre = é { $about }
wish-mood = tem um clima { $about }
wish-activity = combina com { $about }
wish-genre-for = é { $genre }, ideal para { $about }
wish-genre-year = é { $genre } de { $year }
wish-genre-mood = é { $genre }, num clima { $about }
wish-mood-for = tem um clima { $mood } e combina com { $about }
wish-kindred = segue o estilo de { $about }
wish-era = é de { $year }
reason-genre-for = é { $genre }, ideal para { $about }
reason-genre-year = é { $genre } de { $year }
reason-genre-mood = é { $genre }, num clima { $about }
reason-mood-for = tem um clima { $mood } e combina com { $about }
reason-kindred = segue o estilo de { $about }
reason-liked = você gostou de { $about }
reason-neighbour = quem ouve { $about } também ouve { $artist }
reason-similar = lembra { $about }, que você ouve muito
reason-liked-neighbour = lembra { $about }, que você curtiu
reason-guest = você conhece uma música de { $about } com { $artist }
reason-host = { $about } participa de um álbum de { $artist }
reason-partner = { $artist } tem uma música com { $about }, que você curtiu
reason-joined = tem a participação de { $about }
reason-listed = você tem { $about } nas suas playlists
reason-named = o nome dela cita { $about }, que você ouve muito
reason-holds = tem músicas de { $about }, que você ouve muito
reason-top-artist-short = está entre os seus artistas favoritos { $span ->
        [weeks] destas semanas
        [months] destes meses
       *[years] de todos os tempos
    }
reason-top-tracks-short = você adora esse som
reason-played-short = você tem ouvido muito esse som
reason-neighbour-short = quem ouve { $about } também curte
reason-guest-short = você conhece uma parceria com { $about }
reason-liked-short = você já gostou de outra desse artista
reason-listed-short = tem mais desse som nas suas playlists

## Na tela

screen-playlists = Minhas playlists
screen-recommend = O que devo ouvir?
screen-next = Próxima página
screen-previous = Página anterior
screen-places = { $first }–{ $last } de { $total }
screen-another = Outra
screen-again = Tentar de novo
screen-why = Por quê?
screen-more = Mais assim
screen-hear = Tocar
screen-save = Salvar
screen-because = Porque { $reason }.
screen-by = De { $owner }
screen-playing = { $run ->
        [paused] Em pausa
       *[running] Tocando agora
    }
screen-song-saved = { $done ->
        [again] Já salva
       *[new] Salva
    }
screen-song-taken-off = { $done ->
        [again] Não estava salva
       *[new] Não está mais salva
    }
screen-song-added = { $done ->
        [again] Já está em { $name }
       *[new] Adicionada a { $name }
    }
screen-playlist-made = { $done ->
        [new] Playlist nova
        [more] Playlist atualizada
       *[again] Já está na playlist
    }
screen-open = Abrir no { -service }
screen-demo = Ouvir a demonstração
screen-link-title = Vincule sua conta do { -service }
screen-how = Como ouvir
screen-say-this = Para ouvir, diga:
screen-quote = “{ $request }”
screen-link-card = Abra o cartão da { -skill } no aplicativo Alexa.
screen-link-scan = Aponte a câmera do celular para este código.
screen-link-open = Abrir a página da { -skill }
screen-link-sign-in = Entre na sua conta do { -service } por ali.
screen-link-page = Vincule o { -service } na página que abrir.
screen-link-then = Depois diga: “Alexa, abra Estante de Discos.”
say-anything = Diga: “O que devo ouvir?” ou “Ajuda”
say-list = Diga: “Continuar” ou “Número 3”
say-picks = Diga: “Outra”, “Por quê?” ou “Gostei”
say-picks-play = Diga: “Toca ela”, “Outra” ou “Por quê?”
say-playing = Diga: “Mais como essa”
say-demo = Diga: “Quero a demonstração”
touch-gone =
    .speech = Isso não está mais lá. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists. O que você quer?
