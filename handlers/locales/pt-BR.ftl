### Cada resposta é uma mensagem; os papéis estão explicados em en-US.ftl.
### Em português o zero também é "one": por isso os números exatos, [0] e [1].

-skill = Estante de Discos
-service = Spotify

## Pedaços de frases

playlist-number = playlist número { $number }
track-number = música número { $number }
artist-nameless = um artista sem nome
somebody-else = outra pessoa
track-by = { $title } de { $artist }
track-by-two = { $title } de { $artist } com { $guest }
track-line = { $track } ({ $time })
playlist-line = { $name } – { $count ->
        [1] { $count } música
       *[other] { $count } músicas
    }
from-album = , do álbum { $album }
track-length = . Dura { $length }
playlist-length = , { $length } no total
playlist-length-at-least = , pelo menos { $length } no total
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
stale = O { -service } não está respondendo agora, então isto é de mais cedo.{" "}
partial = Só consegui ler { $read } de { $total } por enquanto.{" "}
unreadable = { $count ->
        [1] Deixei de fora um item que não consigo ler.
       *[other] Deixei de fora { $count } itens que não consigo ler.
    }{" "}
list-changed = Sua biblioteca mudou desde então, por isso retomei de onde estávamos.{" "}
shelf-count = { $count ->
        [0] nenhuma playlist ainda
        [1] uma playlist
       *[other] { $count } playlists
    }
launch-hint = { $count ->
        [0] Mesmo assim posso recomendar alguma coisa; pergunte: o que devo ouvir.
       *[other] Você pode dizer: minhas playlists; abrir, e o nome de uma delas; ou: o que devo ouvir.
    }
launch-offer = { $count ->
        [0] Mesmo assim posso recomendar alguma coisa; pergunte: o que devo ouvir.
       *[other] Peça as suas playlists, uma delas pelo nome, ou alguma coisa para ouvir.
    }

## Ao abrir

launch =
    .speech = Boas-vindas à { -skill }. Na sua estante: { shelf-count }. { launch-hint } O que você quer fazer?
    .speech-2 = Aqui é a { -skill }. Na sua estante: { shelf-count }. { launch-offer } O que vai ser?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
    .title = { -skill }
    .card =
        No { -service }: { shelf-count }.
        Experimente: "minhas playlists", "abrir" e o nome de uma playlist, ou "o que devo ouvir".
launch-named =
    .speech = Oi, { $name }. Na sua estante: { shelf-count }. { launch-hint } O que você quer fazer?
    .speech-2 = Que bom ter você de volta, { $name }. Na estante: { shelf-count }. { launch-offer } O que vai ser?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
    .title = { -skill }
    .card =
        Oi, { $name }. No { -service }: { shelf-count }.
        Experimente: "minhas playlists", "abrir" e o nome de uma playlist, ou "o que devo ouvir".
launch-without-playlists =
    .speech = Boas-vindas à { -skill }. Não consigo ler suas playlists agora, mas você pode perguntar o que ouvir. O que você quer fazer?
    .reprompt = Você pode dizer: o que devo ouvir. O que você quer fazer?
launch-unlinked =
    .speech = Boas-vindas à { -skill }. Eu leio as suas playlists do { -service }, encontro uma pelo nome e recomendo músicas que combinam com o seu gosto. Para isso preciso ver a sua biblioteca: vincule a sua conta do { -service } com o cartão no aplicativo Alexa. Ou diga: quero a demonstração, para ouvir como funciona. O que você quer fazer?
    .reprompt = Diga: quero a demonstração, ou vincule a sua conta no aplicativo Alexa. O que você quer fazer?

## A estante

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Você tem { shelf-total }: { $items }. { open-which }
        [first] Você tem { shelf-total }. As { $last } primeiras são { $items }. Diga continuar, ou o nome de uma para abrir. Qual vai ser?
        [middle] Playlists { $first } a { $last }, de { $total }: { $items }. Diga continuar, ou um nome para abrir. Qual vai ser?
       *[last] As últimas: { $items }. Qual eu abro?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Na sua estante: { shelf-total }. { $items }. { open-which }
        [first] Na sua estante: { shelf-total }, começando por { $items }. Diga continuar para ouvir mais, ou o nome de uma. Qual vai ser?
        [middle] Depois vêm { $items }. Foram as playlists { $first } a { $last }, de { $total }. Abro alguma, ou continuo?
       *[last] E por fim { $items }. Qual eu abro?
    }
    .reprompt = Diga continuar, voltar, ou o nome de uma playlist. Qual vai ser?
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
    .speech = Ainda não há nenhuma playlist na sua biblioteca do { -service }. Quando você criar ou seguir uma, eu leio para você. Mesmo assim posso recomendar alguma coisa; pergunte: o que devo ouvir. O que você quer fazer?
    .reprompt = Você pode perguntar: o que devo ouvir. O que você quer fazer?

## Uma playlist

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $name } tem { track-total }{ $length }: { $items }. O que você quer fazer agora?
        [first] { $name } tem { track-total }{ $length }. Começa com { $items }. Diga continuar para ouvir mais. O que você quer fazer?
        [middle] Músicas { $first } a { $last }, de { $total }: { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] Termina com { $items }. O que você quer fazer agora?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] Aqui está { $name }, { track-total }{ $length }: { $items }. O que você quer fazer agora?
        [first] Aqui está { $name }, { track-total }{ $length }. Primeiro vêm { $items }. Diga continuar para ouvir mais. O que você quer fazer?
        [middle] Depois, { $items }. Foram { $last } de { $total }. Continuo, ou você prefere outra coisa?
       *[last] E no fim, { $items }. O que você quer fazer agora?
    }
    .reprompt = Diga continuar, voltar, ou o nome de outra playlist. O que você quer fazer?
    .title = { $name }, { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
track-total = { $total ->
        [1] uma música
       *[other] { $total } músicas
    }
tracks-none =
    .speech = Ainda não há nada em { $name }. Que outra playlist eu abro?
    .reprompt = Diga o nome de uma playlist. Qual vai ser?
track-details =
    .speech = A número { $number } é { $track }{ $album }{ $length }. O que você quer fazer agora?
    .reprompt = Diga continuar, um número, ou o nome de uma playlist. O que você quer fazer?
playlist-long =
    .speech = { $partial }{ $name } tem { track-total }{ $length }. O que você quer fazer agora?
    .reprompt = Diga abrir, continuar, ou o nome de uma playlist. O que você quer fazer?
playlist-maker =
    .speech = { $maker ->
        [mine] Quem fez { $name } foi você. O que você quer fazer agora?
        [together] Quem começou { $name } foi { $owner }, e várias pessoas acrescentam músicas. O que você quer fazer agora?
        [shared] Várias pessoas acrescentam músicas a { $name }. O que você quer fazer agora?
        [unknown] Não sei quem fez { $name }. O que você quer fazer agora?
       *[theirs] Quem fez { $name } foi { $owner }. O que você quer fazer agora?
    }
    .reprompt = Pergunte quanto tempo ela dura, ou diga o nome de outra playlist. O que você quer fazer?
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] As novidades em { $name }: { $items }{ $since }. O que você quer fazer agora?
        [first] As novidades em { $name }: { $items }{ $since }. Diga continuar para ouvir as anteriores. O que você quer fazer?
        [middle] Antes disso entraram { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] E, bem no começo, { $items }. O que você quer fazer agora?
    }
    .reprompt = Diga continuar, ou o nome de outra playlist. O que você quer fazer?
    .title = Novidades em { $name }
    .card =
        { $lines }
        { $source }
news-since = . A mais recente entrou em { $date }
news-none =
    .speech = Ainda não há nada em { $name }. Que outra playlist eu abro?
    .reprompt = Diga o nome de uma playlist. Qual vai ser?
playlist-theirs =
    .speech = { $maker ->
        [theirs] { $name } pertence a { $owner }, e o { -service } só me deixa ler as playlists que são suas ou que você edita junto com outras pessoas. Qual das suas eu abro no lugar?
       *[other] O { -service } não me deixa ler { $name }. Posso ler quase todas as playlists que são suas ou que você edita junto com outras pessoas. Qual outra eu abro?
    }
    .reprompt = Diga o nome de uma playlist sua. Qual vai ser?
playlist-gone =
    .speech = Essa playlist não está mais na sua estante. Que outra eu abro?
    .reprompt = Diga o nome de uma playlist. Qual vai ser?

## O que foi salvo, ouvido e amado

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Você salvou { $items }. O que você quer fazer agora?
        [first] Por último você salvou { $items }. Diga continuar para ouvir as anteriores. O que você quer fazer?
        [middle] Antes disso, { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] E, antes dessas, { $items }. O que você quer fazer agora?
    }
    .reprompt = Diga continuar, um número, ou: minhas playlists. O que você quer fazer?
    .title = Salvas recentemente
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = Ainda não há músicas salvas na sua biblioteca. Você pode dizer: minhas playlists. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Você ouviu { $items }. O que você quer fazer agora?
        [first] Há pouco você ouviu { $items }. Diga continuar para ouvir as anteriores. O que você quer fazer?
        [middle] Antes disso, { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] E, antes de tudo isso, { $items }. O que você quer fazer agora?
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] As últimas que você ouviu foram { $items }. O que você quer fazer agora?
        [first] As últimas que você ouviu foram { $items }. Diga continuar para voltar mais no tempo. O que você quer fazer?
        [middle] Um pouco antes, { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] E, mais longe no tempo, { $items }. O que você quer fazer agora?
    }
    .reprompt = Diga continuar, ou pergunte: o que devo ouvir. O que você quer fazer?
    .title = Ouvidas recentemente
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = O { -service } não me contou nada que você tenha ouvido nos últimos tempos. Você pode perguntar: o que devo ouvir. O que você quer fazer?
    .reprompt = Você pode perguntar: o que devo ouvir. O que você quer fazer?
during = { $span ->
        [weeks] nas últimas quatro semanas
        [years] ao longo dos anos
       *[months] nos últimos seis meses
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Quem você mais ouviu { during }: { $items }. O que você quer fazer agora?
        [first] Os artistas que você mais ouviu { during } são { $items }. Diga continuar para ouvir mais. O que você quer fazer?
        [middle] Depois vêm { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] E ainda { $items }. O que você quer fazer agora?
    }
    .reprompt = Diga continuar, ou um período, como: meus artistas favoritos de todos os tempos. O que você quer fazer?
    .title = Seus artistas favoritos { during }
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = O { -service } não sabe o bastante sobre o que você ouviu { during }. Experimente: meus artistas favoritos de todos os tempos. O que você quer fazer?
    .reprompt = Você pode dizer: meus artistas favoritos de todos os tempos. O que você quer fazer?
artist-details =
    .speech = O número { $number } é { $name }{ $genres }. Diga: algo parecido com { $name }, e eu procuro mais. O que você quer fazer?
    .reprompt = Diga continuar, ou: algo parecido com { $name }. O que você quer fazer?
artist-genres = , na linha de { $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] O que você mais ouviu { during }: { $items }. O que você quer fazer agora?
        [first] As músicas que você mais ouviu { during } são { $items }. Diga continuar para ouvir mais. O que você quer fazer?
        [middle] Depois vêm { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] E ainda { $items }. O que você quer fazer agora?
    }
    .reprompt = Diga continuar, ou um período, como: minhas músicas favoritas de todos os tempos. O que você quer fazer?
    .title = Suas músicas favoritas { during }
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = O { -service } não sabe o bastante sobre o que você ouviu { during }. Experimente: minhas músicas favoritas de todos os tempos. O que você quer fazer?
    .reprompt = Você pode dizer: minhas músicas favoritas de todos os tempos. O que você quer fazer?

## Novidades de quem se segue

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Lançamentos dos últimos três meses: { $items }. O que você quer fazer agora?
        [first] Lançamentos dos últimos três meses: { $items }. Diga continuar para ouvir mais. O que você quer fazer?
        [middle] Depois, { $items }. Diga continuar para ouvir mais. O que você quer fazer?
       *[last] E { $items }. O que você quer fazer agora?
    }
    .reprompt = Diga continuar, ou um número para saber mais sobre um deles. O que você quer fazer?
    .title = Lançamentos
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] Você ainda não segue nenhum artista no { -service }, então não tenho por quem perguntar.
        [1] O artista que você segue não lançou nada nos últimos três meses.
       *[other] Os { $artists } artistas que você segue e mais ouve não lançaram nada nos últimos três meses.
    } O que você prefere?
    .reprompt = Você pode perguntar: o que devo ouvir. O que você quer fazer?
releases-partial = { $count ->
        [1] De um dos seus artistas não consegui saber agora.
       *[other] De { $count } dos seus artistas não consegui saber agora.
    }{" "}
release-line = { $album }, { $date }
album-details =
    .speech = O número { $number } é { $album }{ $total ->
        [0] {""}
        [1] , com uma só música
       *[other] , com { $total } músicas
    }{ $day }. O que você quer fazer agora?
    .reprompt = Diga continuar, um número, ou: minhas playlists. O que você quer fazer?
released-on = , lançado em { $date }
released-in = , lançado em { $date }

## Onde está uma música

which-song =
    .speech = Diga: em qual playlist está, e depois o título. Que música você procura?
    .reprompt = Diga: em qual playlist está, e o título da música. Qual é a música?
song-there =
    .speech = Encontrei { $heard } em { $name }. Procurei { searched-of }. Quer que eu abra?
    .reprompt = Quer que eu abra { $name }?
song-where =
    .speech = Encontrei { $heard } em { $names }{ $more ->
        [0] {""}
       *[other] , e em mais { $more }
    }. Procurei { searched-of }. Qual eu abro?
    .reprompt = Diga o nome de uma playlist. Qual eu abro?
song-nowhere =
    .speech = Não encontrei { $heard }. Procurei { searched-of }. Diga: em qual playlist está, e outro título, ou: minhas playlists. O que você quer fazer?
    .reprompt = Diga: em qual playlist está, e um título. Qual é a música?
searched-of = { $total ->
        [0] em zero playlists, porque não há nenhuma que eu possa ler
        [1] na sua única playlist
       *[other] { $left ->
            [0] em todas as { $total } playlists que posso ler
           *[other] em { $searched } das { $total } playlists que posso ler
        }
    }

## A conta

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] Ainda não há playlists na sua estante. O que você prefere?
        [1] Há uma playlist na sua estante. Quer que eu abra, ou prefere outra coisa?
       *[other] Há { $count } playlists na sua estante; { own-among }. O que você quer fazer?
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
    .speech = Esta é a conta de { $name } no { -service }. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
account-sample =
    .speech = Nenhuma conta está vinculada: esta é a estante de exemplo. Para ouvir falar da sua própria música, vincule a sua conta do { -service } no aplicativo Alexa. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
account-nameless =
    .speech = Há uma conta do { -service } vinculada, mas ela não tem um nome que eu possa dizer. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
refreshed =
    .speech = Li a sua biblioteca de novo. Na sua estante: { shelf-count }. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
refresh-later =
    .speech = Não consegui fazer isso agora. O que sei da sua biblioteca se renova sozinho daqui a pouco. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
forget-me =
    .speech = Vou esquecer tudo o que li na sua biblioteca e o que você me disse que gosta. A sua conta do { -service } continua como está. Posso esquecer?
    .reprompt = Esqueço tudo? Sim ou não?
forgotten =
    .speech = Pronto. Esqueci o que sabia de você. Para desvincular também a sua conta, desative a skill no aplicativo Alexa. Até mais.
forget-later =
    .speech = Não estou conseguindo acessar a minha memória agora. Peça de novo daqui a pouco; o que ficar se apaga sozinho em duas semanas.

## A demonstração

demo =
    .speech = Esta é uma estante de exemplo, com músicas antigas. Diga: minhas playlists, ou: abrir Deep Focus, ou pergunte: o que devo ouvir. O que você quer fazer?
    .speech-2 = Imagine que esta estante de músicas antigas fosse sua. Diga: minhas playlists, ou: abrir Ragtime Party, ou: o que devo ouvir. O que vai ser?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
demo-needless =
    .speech = Você não precisa de demonstração: a sua própria biblioteca está vinculada. Diga: minhas playlists, ou: o que devo ouvir. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
progress =
    .speech = Um momento, estou procurando.
    .speech-2 = Deixa eu dar uma olhada nas suas músicas.

## Qual delas

which-playlist =
    .speech = De qual playlist você está falando?
    .speech-2 = Qual playlist vai ser?
    .reprompt = Diga o nome de uma playlist, ou: minhas playlists. Qual vai ser?
did-you-mean =
    .speech = Encontrei { $name }. É essa?
    .speech-2 = Você quis dizer { $name }?
    .reprompt = Diga sim para { $name }, ou outro nome. É essa?
did-you-mean-which =
    .speech = Você quis dizer { $first }, ou { $second }?
    .speech-2 = É { $first }, ou { $second }?
    .reprompt = Diga a primeira ou a segunda, ou outro nome. Qual delas?
no-such-playlist =
    .speech = Entendi { $heard }, e não há uma playlist assim na sua estante. Diga o nome de novo, ou: minhas playlists. Qual vai ser?
    .speech-2 = Não encontrei uma playlist chamada { $heard }. Tente mais uma vez, ou diga: minhas playlists. Qual vai ser?
    .reprompt = Diga o nome de uma playlist, ou: minhas playlists. Qual vai ser?
no-such-playlist-partial =
    .speech = Não encontrei uma playlist chamada { $heard }. { $partial }Tente mais uma vez, ou diga: minhas playlists. Qual vai ser?
    .reprompt = Diga o nome de uma playlist, ou: minhas playlists. Qual vai ser?

yes-to-nothing =
    .speech = Com prazer, mas o quê? Você pode dizer: minhas playlists, ou perguntar: o que devo ouvir. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
no-not-that =
    .speech = Tudo bem, essa não. Diga outro nome, ou diga: minhas playlists, e escolha pelo número. Qual vai ser?
    .reprompt = Diga um nome, ou: minhas playlists. Qual vai ser?
no-then-what =
    .speech = Tudo bem. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists, ou parar. O que você quer fazer?
which-number =
    .speech = Que número você quer?
    .reprompt = Diga um número da lista, ou o nome de uma playlist. Qual vai ser?

## Por dentro de uma lista

list-end =
    .speech = Esse foi o fim da lista. Diga voltar, do começo, ou um nome. O que você quer fazer?
    .reprompt = Diga do começo, ou o nome de uma playlist. O que você quer fazer?
list-start =
    .speech = Este é o começo da lista. Diga continuar, ou um nome. O que você quer fazer?
    .reprompt = Diga continuar, ou o nome de uma playlist. O que você quer fazer?
list-no-such =
    .speech = { $total ->
        [1] Só há um item nesta lista. Diga repetir para ouvir de novo. O que você quer fazer?
       *[other] Esta lista vai de um a { $total }. Que número você quer?
    }
    .reprompt = Diga um número, ou continuar. Qual vai ser?
list-unreadable =
    .speech = Há algo nesta lista, mas agora não consigo ler nada. Você pode dizer: minhas playlists. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
nothing-to-page =
    .speech = Não estou lendo nenhuma lista agora, então não há o que continuar. Diga: minhas playlists, para começar. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?

## Ajuda, e o que ninguém entende

help =
    .speech = Diga: minhas playlists. Ou: abrir, e o nome de uma playlist. Ou pergunte: o que devo ouvir. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
help-list =
    .speech = Diga continuar ou voltar para andar pela lista, ou um nome ou um número para saber mais. Diga: minhas playlists, para voltar à sua estante. O que você quer fazer?
    .reprompt = Diga continuar, ou um nome. O que você quer fazer?
help-which =
    .speech = Diga o nome de uma das suas playlists, como você diria a um amigo. Ou diga: minhas playlists. Qual vai ser?
    .reprompt = Diga um nome, ou: minhas playlists. Qual vai ser?
help-meant =
    .speech = Diga sim ou não, a primeira ou a segunda. Você também pode repetir o nome. Qual delas?
    .reprompt = Diga a primeira ou a segunda, ou um nome. Qual delas?
help-confirm =
    .speech = Diga sim e eu faço, ou não e tudo fica como está. Posso fazer?
    .reprompt = Sim ou não?
help-unlinked =
    .speech = Eu leio playlists do { -service } e recomendo música. Diga: quero a demonstração, para ouvir como é. Para a sua própria música, vincule a sua conta do { -service } no aplicativo Alexa. O que você quer fazer?
    .reprompt = Diga: quero a demonstração. O que você quer fazer?
fallback =
    .speech = Não entendi. Você pode dizer: minhas playlists, ou perguntar: o que devo ouvir. O que você quer fazer?
    .speech-2 = Isso eu não sei fazer. Experimente: minhas playlists, ou: o que devo ouvir. O que você quer fazer?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
fallback-list =
    .speech = Não entendi. Diga continuar, voltar, ou o nome de uma playlist. O que você quer fazer?
    .reprompt = Diga continuar, ou o nome de uma playlist. O que você quer fazer?
fallback-which =
    .speech = Não peguei o nome. Você também pode dizer: minhas playlists, e escolher pelo número. Qual vai ser?
    .reprompt = Diga um nome, ou: minhas playlists. Qual vai ser?
fallback-meant =
    .speech = Não entendi. Diga a primeira ou a segunda, ou o nome mais uma vez. Qual delas?
    .reprompt = Diga a primeira ou a segunda. Qual delas?
fallback-confirm =
    .speech = Não entendi. Sim ou não?
    .reprompt = Sim ou não?
fallback-unlinked =
    .speech = Não entendi. Diga: quero a demonstração, para ouvir como funciona, ou ajuda. O que você quer fazer?
    .reprompt = Diga: quero a demonstração, ou ajuda. O que você quer fazer?
goodbye =
    .speech = Tchau.
    .speech-2 = Até a próxima.

## Quando algo deu errado

apology-not-linked =
    .speech = Para isso preciso ver a sua biblioteca do { -service }, e a sua conta ainda não está vinculada. Abra o aplicativo Alexa: deixei lá um cartão para vincular.
apology-link-expired =
    .speech = O { -service } não aceita mais o meu acesso à sua biblioteca: isso acontece a cada poucos meses, ou quando o acesso foi retirado. Vincule a sua conta de novo com o cartão no aplicativo Alexa.
apology-scope-missing =
    .speech = Você vinculou a sua conta antes de eu saber fazer isso, então falta uma permissão. Vincule a sua conta do { -service } de novo com o cartão no aplicativo Alexa.
apology-not-admitted =
    .speech = O { -service } ainda não me deixa ver a sua biblioteca: quem mantém esta skill precisa antes incluir a sua conta na lista de usuários. Peça a essa pessoa, por favor.
apology-forbidden =
    .speech = O { -service } não me deixa ler isso.
apology-premium-required =
    .speech = O { -service } só oferece isso a contas Premium.
apology-not-found =
    .speech = Não encontro mais isso; talvez tenha sido removido nesse meio-tempo. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
apology-no-active-device =
    .speech = O { -service } não está aberto em nenhum dispositivo agora.
apology-rate-limited =
    .speech = O { -service } me pede para ir mais devagar. Tente de novo { wait }, por favor.
apology-quota-exceeded =
    .speech = Tanta gente perguntou hoje que o { -service } se cansou das minhas perguntas. Tente de novo { wait }, por favor.
apology-rejected =
    .speech = O { -service } não entendeu a minha pergunta. Desculpe; a falha é minha, não sua. Tente outra coisa mais tarde, por favor.
apology-unavailable =
    .speech = Não consigo falar com o { -service } agora. Tente de novo daqui a pouco, por favor.
apology-too-slow =
    .speech = O { -service } está demorando demais para responder. Tente de novo em instantes, por favor.
apology-unreadable =
    .speech = O { -service } me deu uma resposta que não consigo ler. Tente de novo daqui a pouco, por favor.
apology-deadline =
    .speech = Isso está levando mais tempo do que eu tenho para pensar. Pergunte de novo, por favor: na segunda vez costuma ser mais rápido.
apology-provider =
    .speech = Não consegui obter isso do { -service }. Tente de novo daqui a pouco, por favor.
apology-busy =
    .speech = Há mais gente perguntando agora do que eu consigo atender. Tente de novo em instantes, por favor.
apology-unexpected =
    .speech = Alguma coisa deu errado do meu lado. Desculpe. Tente de novo daqui a pouco, por favor.

## O que ouvir

picks =
    .speech = { $notice }{ $count ->
        [1] Que tal { $items }? Escolhi porque { $reason }. Você gosta?
       *[other] Que tal { $items }? Escolhi a primeira porque { $reason }. Diga outra para ouvir mais. Você gosta da primeira?
    }
    .speech-2 = { $notice }{ $count ->
        [1] Tenho aqui { $items }, porque { $reason }. É para você?
       *[other] Escute { $items }. A primeira, porque { $reason }. Diga outra, por quê, ou essa não. A primeira é para você?
    }
    .speech-3 = { $notice }{ $count ->
        [1] Eu sugiro { $items }, porque { $reason }. O que acha?
       *[other] Eu sugiro { $items }. A número um, porque { $reason }. Gostou, ou prefere outra?
    }
    .reprompt = Diga gostei, essa não, por quê, ou outra. O que você acha?
    .title = Para você
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = Não lembro mais o que recomendei. Pergunte: o que devo ouvir, para receber algo novo. O que você quer fazer?
    .reprompt = Você pode perguntar: o que devo ouvir. O que você quer fazer?
picks-dry =
    .speech = Isso é tudo o que tenho para você hoje. Diga do começo para ouvir de novo, ou peça outra coisa, por exemplo: algo calmo. O que você quer fazer?
    .speech-2 = Por hoje não tenho mais nada. Diga do começo, ou peça um clima ou um gênero. O que você quer fazer?
    .reprompt = Diga do começo, ou peça algo calmo. O que você quer fazer?
pick-details =
    .speech = A número { $number } é { $track }{ $album }{ $length }. Escolhi porque { $reason }. Você gosta?
    .reprompt = Diga gostei, essa não, mais como essa, ou outra. Você gosta?
why =
    .speech = Escolhi { $track } por isto: { $reasons }. Quer que eu lembre que você gosta dela?
    .speech-2 = A favor de { $track }: { $reasons }. Você gosta?
    .reprompt = Diga gostei, essa não, ou outra. Você gosta?
    .title = Por que esta?
    .card =
        { $track }: { $reasons }.
        { $source }
why-nothing =
    .speech = Ainda não recomendei nada. Pergunte: o que devo ouvir, e depois: por quê. O que você quer fazer?
    .reprompt = Você pode perguntar: o que devo ouvir. O que você quer fazer?
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] Ainda não conheço o seu gosto: você não ouviu nem salvou nada que me sirva de guia.
       *[other] Ainda não conheço o seu gosto, porque não consegui ver tudo o que você ouve e salva.
    } Diga um artista, por exemplo: recomende algo parecido com Nina Simone. De que artista você gosta?
    .reprompt = Diga: recomende algo parecido com, e o nome de um artista. De que artista você gosta?
wish-unmet =
    .speech = { $gaps }Não encontrei nada para { $heard }, e ainda não conheço o seu gosto. Diga um artista, por exemplo: recomende algo parecido com Nina Simone. De que artista você gosta?
    .reprompt = Diga: recomende algo parecido com, e o nome de um artista. De que artista você gosta?
rediscover-none =
    .speech = { $count ->
        [0] Você não tem nenhuma playlist própria em que eu possa procurar. Pergunte: o que devo ouvir. O que você quer fazer?
        [1] Procurei em uma das suas playlists, e você ouviu tudo há pouco tempo. Pergunte de novo amanhã, ou: o que devo ouvir. O que você quer fazer?
       *[other] Procurei em { $count } das suas playlists, e você ouviu tudo há pouco tempo. Pergunte de novo amanhã, ou: o que devo ouvir. O que você quer fazer?
    }
    .reprompt = Você pode perguntar: o que devo ouvir. O que você quer fazer?
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] Que tal { $items }? { $total ->
            [1] Escolhi porque { $reason }.
           *[other] Pensei na primeira porque { $reason }.
        } { open-which }
        [first] Que tal { $items }? Pensei na primeira porque { $reason }. Diga continuar para ouvir mais. Qual eu abro?
       *[other] Também tem { $items }. Qual eu abro?
    }
    .reprompt = Diga o nome de uma playlist, a primeira, ou continuar. Qual eu abro?
    .title = Playlists para você, { $first } a { $last } de { $total }
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = Não há nenhuma playlist na sua estante que eu possa recomendar. Pergunte: o que devo ouvir. O que você quer fazer?
    .reprompt = Você pode perguntar: o que devo ouvir. O que você quer fazer?

## Dito antes das recomendações; cada frase termina com um espaço

notices = { $first }{ $then }
notice-again = Você já ouviu tudo o que tenho para hoje, então vamos de novo do começo.{" "}
notice-unmet = Não encontrei nada para { $heard }, mas estas combinam com você mesmo assim.{" "}
notice-nothing-new = Não encontrei nada de novo agora, mas talvez você goste destas.{" "}
notice-nothing-familiar = Você já ouviu o que sei que você gosta, então aqui vai algo novo.{" "}
notice-heard = Estas você já conhece.{" "}
notice-playlists = Estas são das suas próprias playlists.{" "}
notice-searched = { $count ->
        [1] Procurei em uma das suas playlists o que você não ouve há algum tempo.{" "}
       *[other] Procurei em { $count } das suas playlists o que você não ouve há algum tempo.{" "}
    }
notice-liked = Que bom, vou lembrar que você gosta de { $track }.{" "}
notice-disliked = Tudo bem, nada parecido com { $track } por um tempo.{" "}
notice-more-like = Mais na linha de { $track }.{" "}
notice-missing = Por ora precisei deixar de fora: { $sources }.{" "}
notice-scope = Ainda não posso ver: { $sources }; vincule a sua conta de novo para incluir isso.{" "}
source-favourites = os seus favoritos
source-plays = o que você ouviu há pouco
source-saves = as suas músicas salvas
source-followed = os artistas que você segue
source-playlists = as suas playlists
source-discovery = as novidades

## Motivos; cada um vem depois de "porque" ou de dois-pontos

reason-fits = combina com o que você ouve
reason-of-the-day = hoje é a vez dela
reason-top-track = é uma das músicas que você mais ouviu { $span ->
        [weeks] nas últimas semanas
        [months] nos últimos meses
       *[years] ao longo dos anos
    }
reason-top-artist = { $about } está entre os seus artistas favoritos { $span ->
        [weeks] das últimas semanas
        [months] dos últimos meses
       *[years] de todos os tempos
    }
reason-top-tracks = { $count ->
        [1] uma
       *[other] { $count }
    } das suas músicas favoritas { $span ->
        [weeks] das últimas semanas
        [months] dos últimos meses
       *[years] de todos os tempos
    } { $count ->
        [1] é de { $about }
       *[other] são de { $about }
    }
reason-played = { $count ->
        [1] você ouviu { $about } há pouco
       *[other] { $count } das últimas que você ouviu foram de { $about }
    }
reason-saved = { $count ->
        [1] você salvou uma música de { $about }
       *[other] você salvou { $count } músicas de { $about }
    }
reason-followed = você segue { $about }
reason-playlist = está na sua playlist { $about }
reason-genre = é { $about }, como { $count ->
        [1] um artista
       *[other] { $count } artistas
    } que você ouve
reason-mood = combina com um clima { $about }
reason-activity = é boa para { $about }
reason-asked-genre = é { $about }, como você pediu
reason-asked-artist = é de { $about }
reason-kindred = é o tipo de música que { $about } faz
reason-liked = você gostou de { $about }
reason-named = o nome dela cita { $about }, que você ouve muito
reason-holds = { $count ->
        [1] uma das músicas é
       *[other] { $count } das músicas são
    } de { $about }, que você ouve muito

## Na tela

screen-playlists = Minhas playlists
screen-recommend = O que devo ouvir?
screen-next = Próximo
screen-previous = Anterior
screen-another = Outra sugestão
screen-demo = Ouvir a demonstração
screen-link-title = Vincule sua conta do { -service }
screen-link-text = Abra o aplicativo Alexa no celular: o cartão da { -skill } vincula a sua conta do { -service }.
touch-gone =
    .speech = Isso não está mais lá; sua biblioteca mudou desde então. O que você prefere?
    .reprompt = Você pode dizer: minhas playlists. O que você quer fazer?
