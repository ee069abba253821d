### 答えは一つずつメッセージになっている。役割の説明は en-US.ftl にある。
### 日本語の複数形は other だけなので、一つの場合は数字の [1] で書く。

-skill = レコードの棚
-service = Spotify

## 答えの部品

playlist-number = プレイリスト{ $number }番
playlist-of-size = { $count }曲の{ $name }
playlist-of-owner = { $owner }の{ $name }
playlist-at = { $number }番の{ $name }
track-number = { $number }曲目
artist-nameless = 名前のないアーティスト
track-by = { $artist }の「{ $title }」
track-by-two = { $artist }と{ $guest }の「{ $title }」
track-of-album = アルバム「{ $album }」の{ $track }
track-line = { $track }（{ $time }）
playlist-line = { $name } – { $count }曲
from-album = 、アルバム「{ $album }」の収録曲
from-album-of-year = 、{ $year }年のアルバム「{ $album }」の収録曲
of-year = 、{ $year }年の作品
track-length = 。長さは{ $length }です
playlist-length = 、合計{ $length }
playlist-length-at-least = 、少なくとも{ $length }
playlist-length-unknown = 、長さは不明
seconds = { $count }秒
minutes = { $count }分
hours = { $hours }時間
hours-and-minutes = { hours }{ $minutes }分
wait = { $unit ->
        [minutes] { $count }分ほどしてから
        [hours] { $count }時間ほどしてから
        [tomorrow] 明日
       *[later] あとで
    }
from-service = 提供: { -service }
from-sample = 内蔵のサンプルの棚より
stale = 今は{ -service }から新しい情報を取得できないので、{ $unit ->
        [minutes] { $count }分前
        [hours] { $count }時間ほど前
       *[later] 少し前
    }の内容をお伝えします。
partial = 今は{ $total }件のうち{ $read }件しか読めませんでした。
unreadable = 読めない{ $count }件は除いています。
ago = { $unit ->
        [minutes] { $count }分前
        [days] { $count }日前
       *[hours] 約{ $count }時間前
    }
list-changed = ライブラリが変わったので、先ほどの続きの場所からお読みします。
shelf-count = { $count ->
        [0] プレイリストはまだありません
       *[other] プレイリストは{ $count }個あります
    }
## 開いたとき

launch =
    .speech = こんにちは、{ -skill }です。{ shelf-count }。何か選びましょうか？
    .speech-2 = { -skill }です。{ shelf-count }。おすすめを一つ選びましょうか？
    .speech-3 = いらっしゃいませ、{ -skill }です。{ shelf-count }。何か曲を選びましょうか？
    .reprompt = 「プレイリストを教えて」とも言えます。何か選びましょうか？
    .title = { -skill }
    .card =
        { -service }の{ shelf-count }。
        話しかけ方の例: 「プレイリストを教えて」、「（プレイリストの名前）を開いて」、「おすすめを教えて」
launch-named =
    .speech = { $name }さん、こんにちは。{ shelf-count }。何か選びましょうか？
    .speech-2 = こんにちは、{ $name }さん。{ shelf-count }。おすすめを一つ選びましょうか？
    .speech-3 = お待ちしていました、{ $name }さん。{ shelf-count }。何か曲を選びましょうか？
    .reprompt = 「プレイリストを教えて」とも言えます。何か選びましょうか？
    .title = { -skill }
    .card =
        { $name }さん、こんにちは。{ -service }の{ shelf-count }。
        話しかけ方の例: 「プレイリストを教えて」、「（プレイリストの名前）を開いて」、「おすすめを教えて」
launch-without-playlists =
    .speech = { -skill }へようこそ。今はプレイリストを読めませんが、おすすめならお答えできます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
launch-unlinked =
    .speech = { -skill }です。ご自分の音楽を使うには、Alexaアプリで{ -service }をリンクしてください。デモを聞いてみますか？
    .reprompt = Alexaアプリで{ -service }をリンクできます。デモを聞いてみますか？

## 答えの終わり方

what-next =
    .words = ほかに知りたいことは？
    .words-2 = 次はどうしますか？
    .words-3 = ほかに何を聞きますか？
what-then =
    .words = どうしますか？
    .words-2 = 何にしますか？
go-on =
    .words = もっと聞きますか？
    .words-2 = 続けますか？
play-it =
    .words = かけますか？
    .words-2 = 聴いてみますか？
like-it =
    .words = 気に入りましたか？
    .words-2 = どうですか？
still-open = { $kind ->
        [which] どのプレイリストですか？
        [meant] どちらにしますか？
        [one] それでよろしいですか？
        [artist] どのアーティストですか？
        [song] どの曲ですか？
        [number] 何番ですか？
        [speaker] どのスピーカーですか？
        [demo] デモを聞いてみますか？
       *[recommend] 何か選びましょうか？
    }

## 棚

playlists =
    .speech = { $changed }{ $partial }{ $place ->
        [only] プレイリストは{ shelf-total }、{ $items }です。{ open-which }
        [first] プレイリストは{ shelf-total }。最初の{ $last }個は、{ $items }です。どれにしますか？
        [middle] 続いて、{ $items }です。どれにしますか？
        [again] こちらは、{ $items }です。どれにしますか？
       *[last] 最後は、{ $items }です。どれにしますか？
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] { $items }があります。{ open-which }
        [first] 全部で{ shelf-total }、最初は{ $items }です。どれにしますか？
        [middle] その次は、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 最後に、{ $items }です。どれにしますか？
    }
    .reprompt = 「次」か、プレイリストの名前を言ってください。どれにしますか？
    .screen = プレイリスト
    .title = プレイリスト { $first }～{ $last }（全{ $total }個）
    .card =
        { $lines }
        { $source }
open-which = { $total ->
        [1] 開きますか？
       *[other] どれを開きますか？
    }
shelf-total = { $total }個
playlists-none =
    .speech = まだプレイリストがありません。音楽は探せますので、「おすすめを教えて」と言ってください。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？

## 一つのプレイリスト

tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] 「{ $name }」は{ track-total }{ $length }、{ $items }です。{ $asks ->
            [1] かけますか？
           *[0] ほかには？
        }
        [first] 「{ $name }」は{ track-total }{ $length }。最初は、{ $items }です。{ $asks ->
            [1] かけますか？
           *[0] 続けますか？
        }
        [middle] 続いて、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 最後は、{ $items }です。ほかには？
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [only] 「{ $name }」、{ track-total }{ $length }です。{ $items }です。{ $asks ->
            [1] かけますか？
           *[0] 次はどうしますか？
        }
        [first] 「{ $name }」、{ track-total }{ $length }です。まず{ $items }です。{ $asks ->
            [1] かけますか？
           *[0] もっと聞きますか？
        }
        [middle] その次は、{ $items }です。もっと聞きますか？
        [again] こちらは、{ $items }です。もっと聞きますか？
       *[last] 終わりは、{ $items }です。次はどうしますか？
    }
    .reprompt = 「次」か、ほかのプレイリストの名前を言ってください。どうしますか？
    .title = { $name } { $first }～{ $last }（全{ $total }曲）
    .card =
        { $lines }
        { $source }
track-total = { $total }曲
tracks-none =
    .speech = 「{ $name }」には、まだ何もありません。ほかにどれを開きますか？
    .reprompt = どのプレイリストですか？
track-details =
    .speech = { $number }番は、{ $track }{ $album }です{ $length }。ほかに知りたいことは？
    .reprompt = 「次」、番号、またはプレイリストの名前を言ってください。どうしますか？
album-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] アルバム「{ $name }」は{ track-total }{ $length }、{ $items }です。ほかには？
        [first] アルバム「{ $name }」は{ track-total }{ $length }。最初は、{ $items }です。続けますか？
        [middle] 続いて、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 最後は、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、番号を言ってください。どうしますか？
    .title = { $name } { $first }～{ $last }（全{ $total }曲）
    .card =
        { $lines }
        { $source }
album-tracks-none =
    .speech = そのアルバムには曲が見つかりません。次はどうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
album-unknown =
    .speech = どのアルバムかわかりません。曲のおすすめを聞いてから、「このアルバムには何が入ってる」と言ってください。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
item-by =
    .speech = { $artists }{ $album }です。ほかに知りたいことは？
    .speech-2 = こちらは{ $artists }{ $album }です。ほかに知りたいことは？
    .reprompt = 「似た曲を教えて」か、番号を言ってください。どうしますか？
song-facts =
    .speech = { $track }{ $album }{ $year }です{ $length }。ほかに知りたいことは？
    .reprompt = 「再生して」か、「似た曲を教えて」と言ってください。どうしますか？
namesakes =
    .speech = { $changed }「{ $title }」という曲は、{ $items }のものがあります。どれですか？
    .reprompt = 番号か、誰の曲かを言ってください。どれですか？
    .title = 「{ $title }」という曲
    .card =
        { $lines }
        { $source }
namesakes-none =
    .speech = 「{ $title }」という曲は見つかりませんでした。次はどうしますか？
    .reprompt = どうしますか？
no-such-song =
    .speech = 「{ $heard }」という曲は見つかりません。次はどうしますか？
    .reprompt = 曲名とアーティスト名を言ってください。どうしますか？
artist-facts =
    .speech = { $name }{ $genres }です。{ $newest }ほかに知りたいことは？
    .reprompt = 「{ $name }みたいな曲」と言ってください。どうしますか？
artist-facts-no-genre =
    .speech = ジャンルはわかりませんが、{ $newest }ほかに知りたいことは？
    .reprompt = 「{ $name }みたいな曲」と言ってください。どうしますか？
artist-newest = { $name }の一番新しい作品は、{ $year }年の「{ $album }」です。
artist-newest-of-it = 最新は{ $year }年の「{ $album }」です。
artist-new =
    .speech = { $name }の新しい作品は、{ $items }です。ほかに知りたいことは？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
artist-nothing-new =
    .speech = 最近は出ていません。{ $newest }ほかに知りたいことは？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
artist-no-release =
    .speech = { $name }の作品は見つかりませんでした。次はどうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
no-such-artist =
    .speech = 「{ $heard }」というアーティストは見つかりません。次はどうしますか？
    .reprompt = もう一度名前を言うか、「おすすめは」と聞いてください。どうしますか？
artist-whom =
    .speech = アーティスト名に続けて「について教えて」と言ってください。誰のことですか？
    .reprompt = アーティスト名に続けて「について教えて」と言ってください。誰のことですか？
item-long =
    .speech = { $name }は{ $length }です。ほかに知りたいことは？
    .reprompt = 「似た曲を教えて」か、番号を言ってください。どうしますか？
playlist-has =
    .speech = { $partial }はい、「{ $name }」に{ $items }{ $more ->
        [0] {""}
       *[other] 、ほか{ $more }曲
    }があります。ほかに知りたいことは？
    .reprompt = 「開いて」か、ほかのプレイリストの名前を言ってください。どうしますか？
playlist-lacks =
    .speech = { $partial }いいえ、「{ $name }」に「{ $heard }」はありません。ほかのプレイリストを探しますか？
    .reprompt = ほかのプレイリストを探しますか？
playlist-artists =
    .speech = { $partial }{ $songs ->
        [1] 「{ $name }」に一曲ずつあるのは{ $items }
       *[other] 「{ $name }」に多いのは{ $items }
    }{ $more ->
        [0] {""}
       *[other] 、ほか{ $more }組
    }です。ほかに知りたいことは？
    .reprompt = 「開いて」か、ほかのプレイリストの名前を言ってください。どうしますか？
playlist-genre-unknown =
    .speech = { $partial }「{ $name }」に{ $genre }は見当たりませんが、全部の曲のジャンルは分かりません。次はどうしますか？
    .reprompt = 「開いて」か、ほかのプレイリストの名前を言ってください。どうしますか？
playlist-shorter =
    .speech = 「{ $name }」には{ $songs }だけです。次はどうしますか？
    .reprompt = 「開いて」か、ほかのプレイリストの名前を言ってください。どうしますか？
nothing-to-compare =
    .speech = この曲の中では分かりません。次はどうしますか？
    .reprompt = 「開いて」か、ほかのプレイリストの名前を言ってください。どうしますか？
playlist-long =
    .speech = { $partial }「{ $name }」は{ track-total }{ $length }です。{ $song }ほかに知りたいことは？
    .reprompt = 「開いて」か、ほかのプレイリストの名前を言ってください。どうしますか？
song-playing-by = 今の曲は{ $artists }{ $album }です。
song-playing-long = 今の曲は{ $length }です。
playlist-maker =
    .speech = { $maker ->
        [mine] { $song }「{ $name }」はご自分で作ったプレイリストです。ほかに知りたいことは？
        [together] { $song }「{ $name }」は{ $owner }が始めて、何人かで曲を加えています。ほかに知りたいことは？
        [shared] { $song }「{ $name }」には何人かで曲を加えています。ほかに知りたいことは？
        [nameless] { $song }「{ $name }」はほかの方のもので、{ -service }には名前がありません。ほかに知りたいことは？
        [unknown] { $song }「{ $name }」を誰が作ったのかはわかりません。ほかに知りたいことは？
       *[theirs] { $song }「{ $name }」を作ったのは{ $owner }です。ほかに知りたいことは？
    }
    .reprompt = 「長さは」と聞くか、ほかのプレイリストの名前を言ってください。どうしますか？
news =
    .speech = { $changed }{ $partial }{ $place ->
        [only] 「{ $name }」の新しい曲は、{ $items }です{ $since }。ほかに何を聞きますか？
        [first] 「{ $name }」の新しい曲は、{ $items }です{ $since }。その前も聞きますか？
        [middle] その前は、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 一番初めは、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、ほかのプレイリストの名前を言ってください。どうしますか？
    .title = 「{ $name }」の新しい曲
    .card =
        { $lines }
        { $source }
news-since = 。最後に曲が入ったのは{ $date }です
news-none =
    .speech = 「{ $name }」には、まだ何もありません。ほかにどれを開きますか？
    .reprompt = どのプレイリストですか？
playlist-theirs =
    .speech = { $maker ->
        [theirs] 「{ $name }」は{ $owner }のもので、{ -service }から読めません。ご自分のどれを開きますか？
       *[other] 「{ $name }」は{ -service }から読めません。ほかにどれを開きますか？
    }
    .reprompt = ご自分のプレイリストの名前を言ってください。どれにしますか？
playlist-gone =
    .speech = そのプレイリストは、もうありません。ほかにどれを開きますか？
    .reprompt = どのプレイリストですか？

## 保存した曲、聴いた曲、お気に入り

saved =
    .speech = { $changed }{ $partial }{ $place ->
        [only] 保存した曲は、{ $items }です。ほかに何を聞きますか？
        [first] 最近保存したのは、{ $items }です。その前も聞きますか？
        [middle] その前は、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 一番初めは、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、番号を言ってください。どうしますか？
    .title = 最近保存した曲
    .card =
        { $lines }
        { $source }
saved-none =
    .speech = まだ保存した曲がありません。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
recent =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] 最後に聴いたのは、{ $items }です。ほかに何を聞きますか？
           *[other] { heard-when }最後に聴いたのは、{ $items }です。ほかに何を聞きますか？
        }
        [only] { $when ->
            [ever] 聴いたのは、{ $items }です。ほかに何を聞きますか？
           *[other] { heard-when }聴いたのは、{ $items }です。ほかに何を聞きますか？
        }
        [first] { $when ->
            [ever] 最近聴いたのは、{ $items }です。その前も聞きますか？
           *[other] { heard-when }聴いたのは、{ $items }です。もっと聞きますか？
        }
        [middle] その前は、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] さらにその前は、{ $items }です。ほかに何を聞きますか？
    }
    .speech-2 = { $changed }{ $partial }{ $place ->
        [alone] { $when ->
            [ever] 最後に聴いたのは、{ $items }です。ほかに何を聞きますか？
           *[other] { heard-when }最後に聴いたのは、{ $items }です。ほかに何を聞きますか？
        }
        [only] { $when ->
            [ever] このごろ聴いたのは、{ $items }です。ほかに何を聞きますか？
           *[other] { heard-when }聴いたのは、{ $items }です。ほかに何を聞きますか？
        }
        [first] { $when ->
            [ever] このごろは、{ $items }でした。その前も聞きますか？
           *[other] { heard-when }聴いたのは、{ $items }です。もっと聞きますか？
        }
        [middle] さかのぼると、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] いちばん前は、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、「おすすめを教えて」と言ってください。どうしますか？
    .title = 最近聴いた曲
    .card =
        { $lines }
        { $source }
recent-none =
    .speech = { $when ->
        [ever] 最近聴いた曲が、{ -service }に見当たりません。「おすすめを教えて」と言えます。どうしますか？
       *[other] { heard-when }聴いた曲は見当たりません。{ $known }次はどうしますか？
    }
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
heard-when = { $when ->
        [today] 今日
        [today-morning] 今朝
        [today-afternoon] 今日の午後
        [today-evening] 今夜
        [yesterday] 昨日
        [yesterday-morning] 昨日の朝
        [yesterday-afternoon] 昨日の午後
        [last-night] 昨夜
        [day-before] おととい
        [monday] 月曜日
        [tuesday] 火曜日
        [wednesday] 水曜日
        [thursday] 木曜日
        [friday] 金曜日
        [saturday] 土曜日
        [sunday] 日曜日
        [weekend] 週末
        [week] 今週
        [last-week] 先週
       *[back-then] そのころ
    }
heard-last = 最後に聴いたのは{ $track }です。
heard-back-to = { -service }で見られるのは{ $date }からです。
during = { $span ->
        [weeks] この4週間
        [years] この1年ほど
       *[months] この半年
    }
top-artists =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { during }に一番よく聴いたのは、{ $items }です。ほかに何を聞きますか？
        [only] { during }によく聴いたのは、{ $items }です。ほかに何を聞きますか？
        [first] { during }によく聴いたアーティストは、{ $items }です。もっと聞きますか？
        [middle] 続いて、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 最後に、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、「全期間のトップアーティスト」と言ってください。どうしますか？
    .title = { during }のトップアーティスト
    .card =
        { $lines }
        { $source }
top-artists-none =
    .speech = { during }のアーティストは、{ -service }からは分かりません。「全期間のトップアーティスト」と言ってみてください。どうしますか？
    .reprompt = 「全期間のトップアーティスト」と言えます。どうしますか？
at-least = 少なくとも{""}
songs-by-artist =
    .speech = { $saved ->
        [0] { $more ->
            [0] { $artist }の曲は見当たりません。ほかに知りたいことは？
           *[other] { $artist }の曲は保存していませんが、プレイリストに少なくとも{ $more }曲あります。ほかに知りたいことは？
        }
       *[other] { $artist }の曲は{ $least }{ $saved }曲保存しています{ $more ->
            [0] {""}
           *[other] 。プレイリストにも、ほかに少なくとも{ $more }曲あります
        }。ほかに知りたいことは？
    }
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
top-genres =
    .speech = { during }のお気に入りのアーティストからすると、主に{ $genres }です。ほかに知りたいことは？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
top-genres-unknown =
    .speech = { -service }ではジャンルが分かりません。よく聴いているのは{ $artists }です。次はどうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
last-heard =
    .speech = { $track }を最後に聴いたのは{ $ago }です。ほかに知りたいことは？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
last-heard-unknown =
    .speech = 最近聴いた曲に「{ $what }」はありません。{ $known }次はどうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
followed =
    .speech = { $changed }{ $partial }{ $place ->
        [only] フォロー中のアーティストは{ followed-total }、{ $items }です。ほかに何を聞きますか？
        [first] フォロー中のアーティストは{ followed-total }、まず{ $items }です。もっと聞きますか？
        [middle] 続いて、{ $items }です。続けますか？
       *[last] 最後に、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、番号を言ってください。どうしますか？
    .title = フォロー中のアーティスト
    .card =
        { $lines }
        { $source }
followed-total = { $total }組
followed-none =
    .speech = { -service }でフォロー中のアーティストはまだいません。「何を聴いたらいい」と聞いてみてください。どうしますか？
    .reprompt = 「何を聴いたらいい」と言えます。どうしますか？
artist-details =
    .speech = { $number }番は、{ $name }{ $genres }です。{ $newest }ほかに知りたいことは？
    .reprompt = 「次」か、「{ $name }みたいな曲」と言ってください。どうしますか？
artist-genres = 、ジャンルは{ $genres }
top-tracks =
    .speech = { $changed }{ $partial }{ $place ->
        [alone] { during }に一番よく聴いた曲は、{ $items }です。ほかに何を聞きますか？
        [only] { during }によく聴いたのは、{ $items }です。ほかに何を聞きますか？
        [first] { during }によく聴いた曲は、{ $items }です。もっと聞きますか？
        [middle] 続いて、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 最後に、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、「全期間のトップソング」と言ってください。どうしますか？
    .title = { during }のトップソング
    .card =
        { $lines }
        { $source }
top-tracks-none =
    .speech = { during }の曲は、{ -service }からは分かりません。「全期間のトップソング」と言ってみてください。どうしますか？
    .reprompt = 「全期間のトップソング」と言えます。どうしますか？

## フォロー中のアーティストの新作

releases =
    .speech = { $changed }{ $partial }{ $place ->
        [only] この3か月の新作は、{ $items }です。ほかに何を聞きますか？
        [first] この3か月の新作は、{ $items }です。もっと聞きますか？
        [middle] 続いて、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 最後に、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、番号を言ってください。どうしますか？
    .title = 新作
    .card =
        { $lines }
        { $source }
releases-none =
    .speech = { $partial }{ $artists ->
        [0] { -service }でフォローしているアーティストが、まだいません。
        [1] フォロー中のアーティストは、この3か月に新作を出していません。
       *[other] フォロー中でよく聴く{ $artists }組は、この3か月に新作を出していません。
    }ほかに何をしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
releases-partial = アーティスト{ $count }組については、今は調べられませんでした。
release-line = { $album }、{ $date }
album-details =
    .speech = { $number }番は、{ $album }{ $total ->
        [0] {""}
        [1] 、1曲だけの作品
       *[other] 、{ $total }曲入り
    }{ $day }です。ほかに知りたいことは？
    .reprompt = 「次」か、番号を言ってください。どうしますか？
released-on = 、{ $date }発売
released-in = 、{ $date }年発売

## 前に聞いてからの新着

arrivals =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { arrivals-since }、{ $items }です。ほかに何を聞きますか？
        [first] { arrivals-since }、{ $items }です。もっと聞きますか？
        [middle] 続いて、{ $items }です。続けますか？
        [again] こちらは、{ $items }です。続けますか？
       *[last] 最後に、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 「次」か、番号を言ってください。どうしますか？
    .title = 新着
    .card =
        { $lines }
        { $source }
arrivals-since = { $since ->
        [week] 一週間の新着は
       *[visit] 新着は
    }
arrival-song = 「{ $name }」に入った{ $track }
arrival-release = 新しく出た{ $album }
arrival-row = { $artists } · { $name }
arrival-details =
    .speech = { $number }番は、{ $track }{ $album }です。{ $by ->
        [others] ほかの人が「{ $name }」に入れました。
       *[listener] 「{ $name }」に追加されました。
    }ほかに知りたいことは？
    .reprompt = 「次」か、番号を言ってください。どうしますか？
release-details =
    .speech = { $number }番は、{ $album }{ $day }です。{ $artist }をフォローしています。ほかに知りたいことは？
    .reprompt = 「次」か、番号を言ってください。どうしますか？
arrivals-all =
    .speech = 見つかった新着はこれで全部です。ほかに何を聞きますか？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
arrivals-none =
    .speech = { $partial }{ nothing-since }、{ $checked ->
        [both] プレイリストにも、今日調べたアーティストにも、新しいものはありません。
        [some] 調べたプレイリストにも、今日調べたアーティストにも、新しいものはありません。
        [playlists] プレイリストに新しいものはありません。
        [some-playlists] 調べたプレイリストに新しいものはありません。
        [artists] 今日調べたアーティストに新しいものはありません。
       *[nothing] 自分のプレイリストもフォロー中のアーティストもなく、調べられませんでした。
    }ほかに何をしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
nothing-since = { $since ->
        [week] この一週間は
       *[visit] 前回からは
    }
arrivals-partial = 今は全部は調べられませんでした。

## 曲のありか

which-song =
    .speech = どの曲を探しますか？
    .reprompt = 曲名を言ってください。どの曲ですか？
song-where =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { song-found }にあります。{ searched-of }。{ open-or-look }
        [first] { song-found }、{ on-more }あります。続きは「次」で聞けます。どれにしますか？
        [middle] 続いて、{ $items }です。どれにしますか？
        [again] こちらは、{ $items }です。どれにしますか？
       *[last] 最後に、{ $items }です。{ searched-of }。{ open-or-look }
    }
    .reprompt = 名前か番号、または「もっと探して」と言ってください。どれにしますか？
    .screen = 「{ $heard }」のある場所
    .title = 「{ $heard }」のある場所
    .card =
        { $lines }
        { $source }
song-found = { $earlier ->
        [0] 「{ $heard }」は、{ $items }
       *[other] ほかに、{ $items }
    }
on-more = { $left ->
        [0] { more-lists }に
       *[other] 今のところ{ more-lists }に
    }
more-lists = { $more ->
        [1] ほか1個
       *[other] ほか{ $more }個
    }
open-or-look = { $left ->
        [0] { open-which }
       *[other] { $total ->
            [1] 開きますか、もっと探しますか？
           *[other] どれを開きますか、もっと探しますか？
        }
    }
song-where-none =
    .speech = そのプレイリストはもう見つかりません。どの曲を探しますか？
    .reprompt = 曲名と「どこ」を続けて言ってください。どうしますか？
song-not-yet =
    .speech = { $earlier ->
        [0] 「{ $heard }」はまだ見つかりません。
       *[other] ほかにはまだ見つかりません。
    }{ searched-of }。探し続けますか？
    .reprompt = 「{ $heard }」を探し続けますか？
song-nowhere =
    .speech = { $earlier ->
        [0] 「{ $heard }」は見つかりません。
       *[other] 「{ $heard }」はほかにはありません。
    }{ searched-of }。{ ask }
    .reprompt = { ask }
searched-of = { $readable ->
        [0] 作ったり編集したりしているプレイリストがありません
        [1] 一つだけのプレイリストを見ました
       *[other] { $left ->
            [0] 作ったり編集したりしている{ $readable }個をすべて見ました
           *[other] 作ったり編集したりしている{ $readable }個のうち{ $searched }個を見ました
        }
    }

## アカウント

playlists-counted =
    .speech = { $partial }{ $count ->
        [0] プレイリストはまだありません。どうしますか？
        [1] プレイリストは一つあります。開きますか？
       *[other] プレイリストは{ $count }個あります。{ own-among }。どうしますか？
    }
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
own-among = { $unknown ->
        [0] { $others ->
                [0] すべてご自分のものです
               *[other] { $own ->
                    [0] ご自分のものはありません
                   *[other] そのうち{ $own }個がご自分のものです
                }
            }
       *[other] { $own ->
            [0] どれがご自分のものかはわかりません
           *[other] 少なくとも{ $own }個はご自分のものです
        }
    }
account-of =
    .speech = { $name }さんの{ -service }アカウントです。次はどうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
account-sample =
    .speech = リンクされたアカウントはなく、これはデモです。ご自分の音楽を使うには、Alexaアプリで{ -service }をリンクしてください。次はどうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
account-nameless =
    .speech = { -service }のアカウントはありますが、読み上げられる名前がありません。次はどうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
refreshed =
    .speech = ライブラリを更新しました。{ shelf-count }。ほかには？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
refresh-later =
    .speech = 今は更新できません。まもなく自動で更新されます。ほかに何をしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
what-i-keep =
    .speech = ライブラリは一日、おすすめした曲と感想、新着を聞いた日時は二週間、覚えています。「私のことを忘れて」と言えば全部消します。次はどうしますか？
    .reprompt = 「私のことを忘れて」か「おすすめを教えて」と言えます。どうしますか？
forget-me =
    .speech = ライブラリから読んだことと、お好みを忘れます。{ -service }のアカウントはそのままです。忘れますか？
    .reprompt = すべて忘れますか？「はい」か「いいえ」、どちらですか？
forgotten =
    .speech = 忘れました。リンクも解除するには、Alexaアプリでスキルを無効にしてください。さようなら。
forget-later =
    .speech = 今はできません。少ししてから、もう一度言ってください。残っているものも、二週間以内に自動で消えます。

link-account =
    .speech = Alexaアプリにカードを送りました。そこから{ -service }にログインしてください。
link-account-done =
    .speech = { -service }のアカウントはリンク済みです。解除するには、Alexaアプリでスキルを無効にしてください。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？

## デモ

demo =
    .speech = 昔の音楽のデモです。何か選びましょうか？
    .speech-2 = 昔の音楽を、ご自分のものだと思って試してください。何か選びましょうか？
    .reprompt = 「プレイリストを教えて」とも言えます。何か選びましょうか？
demo-declined =
    .speech = 分かりました。ご自分の音楽には、Alexaアプリのカードから{ -service }をリンクしてください。またどうぞ。
demo-needless =
    .speech = ご自分のライブラリがあるので、デモはいりません。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
progress =
    .speech = 少々お待ちください。
    .speech-2 = 見てみますね。

## どれのことか

which-playlist =
    .speech = どのプレイリストですか？
    .speech-2 = どのプレイリストのことですか？
    .reprompt = プレイリストの名前か、「プレイリストを教えて」と言ってください。どれにしますか？
which-owner =
    .speech = どの曲、またはどのプレイリストですか？
    .reprompt = 曲かプレイリストの名前を言ってください。どれですか？
ask = { $ask ->
        [offer] 何か選びましょうか？
        [artist] 好きなアーティストは誰ですか？
        [name] もう一度名前を言うか、「プレイリストを教えて」と言ってください。どれですか？
        [title] 別の曲を探しますか？
        [shelf] 「プレイリストを教えて」と言えば読み上げます。どうしますか？
       *[next] どうしますか？
    }
did-you-mean =
    .speech = 「{ $name }」がありました。これですか？
    .speech-2 = 「{ $name }」ですか？
    .reprompt = 「はい」か、別の名前を言ってください。「{ $name }」ですか？
did-you-mean-which =
    .speech = 「{ $first }」ですか、それとも「{ $second }」ですか？
    .speech-2 = 「{ $first }」と「{ $second }」の、どちらですか？
    .reprompt = 最初ですか、二番目ですか？
did-you-mean-number =
    .speech = 「{ $name }」は{ $total }個あります。{ $counted ->
        [years] 何年のですか？
       *[numbers] 何番ですか？
    }
    .reprompt = { $counted ->
        [years] 年を言ってください。
       *[numbers] 番号を言ってください。
    }どれですか？
    .title = 「{ $name }」はどれですか
    .card =
        { $lines }
        { $source }
did-you-mean-some =
    .speech = { $more ->
        [0] { $total }個あります。{ $items }です。どれですか？
       *[other] { $total }個あります。最初は{ $items }です。どれですか？
    }
    .reprompt = 名前か番号を言ってください。どれですか？
    .title = どれですか
    .card =
        { $lines }
        { $source }
no-such-playlist =
    .speech = 「{ $heard }」というプレイリストは見つかりません。{ ask }
    .speech-2 = プレイリストに「{ $heard }」はありません。{ ask }
    .reprompt = { ask }
no-such-playlist-partial =
    .speech = 「{ $heard }」というプレイリストは見つかりませんでした。{ $partial }{ ask }
    .reprompt = { ask }

question-dropped =
    .speech = では、別のことにしましょう。「プレイリストを教えて」と言えます。どうしますか？
    .speech-2 = 別のことを試しましょう。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
yes-to-nothing =
    .speech = はい、何をしましょうか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
no-not-that =
    .speech = 分かりました。別の名前か、「プレイリストを教えて」と言ってください。どれですか？
    .reprompt = 名前か、「プレイリストを教えて」と言ってください。どれですか？
no-then-what =
    .speech = 分かりました。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」、または「終わり」と言えます。どうしますか？
which-number =
    .speech = 何番ですか？
    .reprompt = 番号か、名前を言ってください。どれですか？

## リストの中を動く

list-end =
    .speech = リストはここで終わりです。ほかに何を聞きますか？
    .reprompt = 「最初から」か、名前を言ってください。どうしますか？
list-start =
    .speech = ここがリストの最初です。次はどうしますか？
    .reprompt = 「次」か、名前を言ってください。どうしますか？
list-no-such =
    .speech = { $total ->
        [1] このリストには一つしかありません。もう一度聞きますか？
       *[other] このリストは1番から{ $total }番までです。何番ですか？
    }
    .reprompt = 番号か、「次」と言ってください。どれにしますか？
list-count =
    .speech = { $total ->
        [1] このリストには一つしかありません。
       *[other] このリストには全部で{ $total }件あります。
    }次はどうしますか？
    .reprompt = 「似た曲を教えて」か、番号を言ってください。どうしますか？
list-unreadable =
    .speech = このリストには何か入っていますが、今は何も読めません。「プレイリストを教えて」と言えます。どうしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
nothing-to-repeat =
    .speech = 繰り返すことがありません。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
offer-again =
    .speech = 何か曲を選びましょうか？
    .reprompt = 何か曲を選びましょうか？
nothing-to-page =
    .speech = 今はリストを読んでいません。何か曲を選びましょうか？
    .reprompt = 「プレイリストを教えて」とも言えます。何か選びましょうか？

## What plays now

playing =
    .speech = { $run ->
        [paused] { $track }を一時停止しています。
       *[running] { $track }を再生中です。
    }次はどうしますか？
    .reprompt = 「こんな曲をもっと」と言えます。どうしますか？
    .title = 再生中
    .card =
        { $track }
        { $source }
playing-podcast =
    .speech = { $run ->
        [paused] ポッドキャストの{ $track }を一時停止しています。
       *[running] ポッドキャストの{ $track }です。
    }次はどうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
playing-liked =
    .speech = { $track }がお好きなんですね。
playing-none =
    .speech = { $what ->
        [ad] 今は広告が流れています。
        [hidden] { -service }からは、何が流れているかわかりません。
       *[silent] 今{ -service }では何も流れていません。
    }何か曲を選びましょうか？
    .reprompt = 何か曲を選びましょうか？

## 保存

song-is-saved =
    .speech = はい、{ $track }は保存済みです。ほかに知りたいことは？
    .reprompt = 「再生して」か、「似た曲を教えて」と言ってください。どうしますか？
song-not-saved =
    .speech = いいえ、{ $track }は保存していません。プレイリストを探しますか？
    .reprompt = プレイリストを探しますか？
song-chosen =
    .speech = { $track }ですね。聴くときは「再生して」と言ってください。次はどうしますか？
    .speech-2 = { $track }、いい選曲です。聴くときは「再生して」と言ってください。次はどうしますか？
    .reprompt = 「再生して」か、「別の曲」と言ってください。どうしますか？
saving-off =
    .speech = 曲の保存やプレイリストの変更はできません。{ -service }のアプリならできます。何か曲を選びましょうか？
    .reprompt = 何か曲を選びましょうか？
saving-sample =
    .speech = これはデモなので、保存できません。次はどうしますか？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
saving-refused =
    .speech = { -service }から変更を断られました。代わりに何にしますか？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
save-which =
    .speech = 「二番目を保存して」のように言ってください。どの曲ですか？
    .reprompt = 番号と「保存して」で、どうぞ。どの曲ですか？
no-song-named =
    .speech = どの曲のことか、わかりませんでした。何か曲を選びましょうか？
    .reprompt = 何か曲を選びましょうか？
save-not =
    .speech = { $why ->
        [local] ご自分のファイルなので、{ -service }には保存できません。
        [podcast] ポッドキャストは保存できません。
       *[other] 保存できるのは曲だけです。
    }次はどうしますか？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
song-saved =
    .speech = { $done ->
        [again] { $track }は、もう保存してあります。
       *[new] { $track }を保存しました。
    }ほかには？
    .reprompt = 戻すときは「保存を取り消して」と言ってください。どうしますか？
added-stays =
    .speech = プレイリストから曲を外すことはできません。{ -service }のアプリで外せます。次はどうしますか？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
song-taken-off =
    .speech = { $done ->
        [again] { $track }は、保存されていませんでした。
       *[new] { $track }を、保存した曲から外しました。
    }ほかには？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
song-added =
    .speech = { $done ->
        [again] { $track }は、もう「{ $name }」に入っています。
       *[new] { $track }を「{ $name }」に追加しました。
    }ほかには？
    .reprompt = 「{ $name }を開いて」と言ってみてください。どうしますか？
add-theirs =
    .speech = { $maker ->
        [theirs] 「{ $name }」は{ $owner }のものなので、追加できません。
       *[other] 「{ $name }」には追加できません。
    }ご自分のどれにしますか？
    .reprompt = プレイリストの名前を言ってください。どれですか？
playlist-made =
    .speech = { $done ->
        [new] 非公開のプレイリスト「{ $name }」を作り、{ $songs }を入れました。
        [more] 「{ $name }」に{ $songs }を追加しました。
       *[again] 全部もう「{ $name }」に入っています。
    }ほかには？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
song-count = { $count }曲
make-nothing =
    .speech = まだ、プレイリストにする曲がありません。何か曲を選びましょうか？
    .reprompt = 何か曲を選びましょうか？
playlist-of-day = { -skill } { $date }
playlist-made-by = Alexaスキル「{ -skill }」が作りました。

## ヘルプと、分からなかったとき

help =
    .speech = 「おすすめを教えて」、「新しいのを教えて」、「プレイリストを教えて」と言えます。もっと知りたいときは「他には」。どうしますか？
    .reprompt = 「おすすめを教えて」や「他には」と言えます。どうしますか？
    .screen =
        こう言えます
        「おすすめを教えて」
        「新しいのを教えて」
        「プレイリストを教えて」
        「（名前）を開いて」
        「他には」
help-find =
    .speech = 曲名に続けて「はどこにある」や「は誰の曲」と言えます。{ $able ->
        [3] 曲を聞いたら「保存して」や「流して」もできます。
        [1] 曲を聞いたら「保存して」もできます。
        [2] 曲を聞いたら「流して」もできます。
       *[other] 名前に続けて「を開いて」と言えば、プレイリストを読みます。
    }まだあるので「他には」とどうぞ。どうしますか？
    .reprompt = 「他には」と言えば続けます。どうしますか？
    .screen =
        こう言えます
        「（曲名）はどこにある」
        「（曲名）は誰の曲」
        「（名前）を開いて」
        「他には」
help-taste =
    .speech = 気分や歌手、年代を言ってください。「好き」、「違うな」、または名前に続けて「はもうすすめないで」とも言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
    .screen =
        こう言えます
        気分、歌手、年代
        「好き」「違うな」
        「（名前）はもうすすめないで」
able-to =
    .speech = { $capability ->
        [can-save] はい。曲を紹介したら、「保存して」か、プレイリスト名に続けて「に入れて」と言ってください。
        [can-make] はい。何曲か紹介したあとで、「これでプレイリストを作って」と言ってください。
       *[can-play] はい、{ -service }が開いている機器で再生できます。名前に続けて「を流して」と言ってください。
    }何か探しましょうか？
    .speech-2 = { $capability ->
        [can-save] できます。曲を紹介したら、「保存して」か、プレイリスト名に続けて「に入れて」とどうぞ。
        [can-make] できます。何曲か紹介したあとで、「これでプレイリストを作って」とどうぞ。
       *[can-play] できます。{ -service }を開いておいて、名前に続けて「を流して」とどうぞ。
    }何か探しましょうか？
    .reprompt = 何か聴きたい曲を探しましょうか？
about-skill =
    .speech = { $capability ->
        [cost] 無料です。必要なのは{ -service }のアカウントだけで、無料のものでも使えます。{ $able ->
            [0] {""}
            [1] {""}
           *[other] お使いの機器での再生にだけ、プレミアムが必要です。
        }
        [premium] { $able ->
            [0] いいえ、無料のアカウントで使えます。
            [1] いいえ、無料のアカウントで使えます。
           *[other] お使いの機器での再生にだけ必要です。ほかは無料のアカウントで使えます。
        }
        [family] はい。Alexaに声を登録した人は、自分の{ -service }をリンクできます。ほかの人はこのアカウントを使います。
        [listening] 私には聞こえません。聞いているのはAlexaで、会話の間、頼まれた言葉だけが届きます。
        [sharing] データを売ったり、誰かに渡したりすることはありません。{ -service }に問い合わせて、アレクサで答えるだけです。消したいときは「私のことを忘れて」と言ってください。
        [password] パスワードを私が見ることはありません。入力したのは{ -service }のページだけです。
       *[maker] いいえ。{ -service }のものでもアマゾンのものでもない、独立したスキルです。読むのは{ -service }の音楽だけで、許可がある場合に限ります。
    }次はどうしますか？
    .reprompt = 「何を聴けばいい」と聞いてください。次はどうしますか？
about-password-unlinked =
    .speech = パスワードを私が見ることはありません。Alexaアプリのカードから、{ -service }のページでログインしてください。ほかに何が知りたいですか？
    .reprompt = 「デモを聞かせて」と言えます。どうしますか？
help-list =
    .speech = 「次」や「前」、または名前か番号を言ってください。どうしますか？
    .reprompt = 「次」か、名前を言ってください。どうしますか？
    .screen =
        こう言えます
        「次」または「前」
        番号または名前
help-picks =
    .speech = { $asks ->
        [1] 「流して」「気に入った」
       *[other] 「気に入った」「これじゃない」
    }「ほかの曲」「どうして」と言えます。「戻って」でおすすめを終わります。どうしますか？
    .reprompt = 「ほかの曲」か「どうして」と言えます。どうしますか？
    .screen =
        こう言えます
        { $asks ->
            [1] 「流して」「気に入った」
           *[other] 「気に入った」「これじゃない」
        }
        「ほかの曲」「どうして」
        「戻って」でおすすめを終わります
help-artist =
    .speech = バンドや歌手の名前だけ言ってください。誰ですか？
    .reprompt = アーティストの名前を言ってください。誰ですか？
help-song =
    .speech = 曲名だけ言ってください。どの曲ですか？
    .reprompt = 曲名を言ってください。どの曲ですか？
help-which =
    .speech = プレイリストの名前か、「プレイリストを教えて」と言ってください。どれですか？
    .reprompt = 名前か、「プレイリストを教えて」と言ってください。どれですか？
help-meant =
    .speech = 「はい」か「いいえ」、「最初」か「二番目」、または名前を言ってください。どれですか？
    .reprompt = 最初ですか、二番目ですか？
help-speaker =
    .speech = スピーカーの名前か、「一番目」「二番目」と言ってください。どれにしますか？
    .reprompt = スピーカーの名前か、「一番目」と言ってください。どれにしますか？
help-confirm =
    .speech = 「はい」ならそうします。「いいえ」ならしません。どうしますか？
    .reprompt = 「はい」か「いいえ」、どちらですか？
help-unlinked =
    .speech = { -service }のプレイリストを読み、音楽をおすすめします。「デモを聞かせて」と言うか、Alexaアプリで{ -service }をリンクしてください。どうしますか？
    .reprompt = 「デモを聞かせて」と言えます。どうしますか？
    .screen = { -service }のプレイリストを読み、音楽をおすすめします。「デモを聞かせて」と言うか、Alexaアプリで{ -service }をリンクしてください。
help-unlinked-more =
    .speech = 場面に合う曲を選び、新しい曲をお知らせし、曲がどこにあるか探します。「デモを聞かせて」と言えば試せます。どうしますか？
    .reprompt = 「デモを聞かせて」と言えます。どうしますか？
fallback =
    .speech = すみません、分かりませんでした。「おすすめを教えて」か「プレイリストを教えて」と言えます。どうしますか？
    .speech-2 = すみません、うまく理解できませんでした。「おすすめを教えて」と言ってみてください。どうしますか？
    .speech-3 = うまく理解できませんでした。「プレイリストを教えて」と言ってみてください。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
    .screen = すみません、分かりませんでした。
fallback-list =
    .speech = すみません、分かりませんでした。「次」か、番号を言ってください。どうしますか？
    .speech-2 = うまく理解できませんでした。「次」か、番号か名前を言ってください。どうしますか？
    .reprompt = 「次」か、番号を言ってください。どうしますか？
    .screen = すみません、分かりませんでした。
fallback-picks =
    .speech = すみません、分かりませんでした。{ $asks ->
        [1] 「流して」
       *[other] 「気に入った」
    }「ほかの曲」「どうして」と言えます。どうしますか？
    .speech-2 = うまく理解できませんでした。「ほかの曲」か「どうして」と言えます。どうしますか？
    .reprompt = 「ほかの曲」か「どうして」と言えます。どうしますか？
    .screen = すみません、分かりませんでした。
fallback-artist =
    .speech = 名前が分かりませんでした。誰ですか？
    .reprompt = アーティストの名前を言ってください。誰ですか？
fallback-song =
    .speech = 曲名が分かりませんでした。どの曲ですか？
    .reprompt = 曲名を言ってください。どの曲ですか？
fallback-which =
    .speech = 名前が分かりませんでした。「プレイリストを教えて」とも言えます。どれですか？
    .reprompt = 名前か、「プレイリストを教えて」と言ってください。どれですか？
fallback-meant =
    .speech = すみません、最初ですか、二番目ですか？
    .speech-2 = 分かりませんでした。最初ですか、二番目ですか？
    .reprompt = 最初ですか、二番目ですか？
fallback-speaker =
    .speech = スピーカーの名前が分かりませんでした。どれにしますか？
    .reprompt = スピーカーの名前か、「一番目」と言ってください。どれにしますか？
fallback-confirm =
    .speech = すみません、「はい」か「いいえ」、どちらですか？
    .speech-2 = 分かりませんでした。「はい」か「いいえ」、どちらですか？
    .reprompt = 「はい」か「いいえ」、どちらですか？
fallback-unlinked =
    .speech = すみません、分かりませんでした。「ヘルプ」とも言えます。デモを聞いてみますか？
    .reprompt = 「デモを聞かせて」か「ヘルプ」と言えます。どうしますか？
    .screen = すみません、分かりませんでした。
waiting =
    .speech = はい、ごゆっくりどうぞ。どうしますか？
    .speech-2 = 分かりました。お待ちしています。どうしますか？
    .reprompt = まだここにいます。どうしますか？
thanks =
    .speech = どういたしまして。ほかにご用はありますか？
    .speech-2 = いえいえ。ほかにご用はありますか？
    .reprompt = ほかに何かありますか？
unsupported =
    .speech = { $capability ->
        [playback] 再生はできませんが、おすすめならできます。
        [louder] 音量は変えられません。「アレクサ、音量を上げて」と言ってください。
        [quieter] 音量は変えられません。「アレクサ、音量を下げて」と言ってください。
        [mute] 音は消せません。「アレクサ、ミュート」と言ってください。
        [volume] 音量は変えられません。「アレクサ、音量五」と言ってください。
        [timer] タイマーやアラームは使えません。「ストップ」のあと、アレクサに頼んでください。
        [lyrics] 歌詞はわかりません。
        [ads] 広告は飛ばせません。
        [edit] プレイリストの削除、名前の変更、共有はできません。
        [rename] プレイリストの名前は変えられません。{ -service }で変えられます。
        [facts] 曲についてわかるのは、アーティスト、アルバム、年だけです。
        [charts] ヒットチャートはわかりません。
        [concerts] コンサートの日程はわかりません。
        [sorting] 並べ替えや比較、数えることはできません。
        [pace] 話す速さを決めるのはAlexaです。
        [chat] 私が得意なのは音楽だけ、特にあなたの音楽です。
       *[other] 音楽のことしかわかりません。「ストップ」のあと、アレクサに聞いてください。
    }何か曲を選びましょうか？
    .speech-2 = { $capability ->
        [playback] 再生はできませんが、聴きたくなる曲ならご紹介できます。
        [louder] 音量はアレクサにお任せください。「アレクサ、音量を上げて」です。
        [quieter] 音量はアレクサにお任せください。「アレクサ、音量を下げて」です。
        [mute] 音はアレクサにお任せください。「アレクサ、ミュート」です。
        [volume] 音量はアレクサにお任せください。「アレクサ、音量五」です。
        [timer] タイマーはありません。「ストップ」のあと、アレクサに頼んでください。
        [lyrics] 歌詞は分からないんです。
        [ads] 広告はどうにもできません。
        [edit] プレイリストをそのように変えたり共有したりはできません。
        [rename] プレイリストの名前は{ -service }で変えてください。
        [facts] 分かるのは歌手とアルバムと年だけです。
        [charts] チャートの順位はわかりません。
        [concerts] ライブの予定はわかりません。
        [sorting] 並べ替えや比較、数えるのは苦手です。
        [pace] 話す速さを決めるのはAlexaです。
        [chat] 分かるのは音楽のことだけです。
       *[other] そちらはできません。「ストップ」のあとでアレクサに聞いてください。
    }代わりに曲を選びましょうか？
    .reprompt = 何か曲を選びましょうか？
music-request = { $wish ->
        [song] アレクサ、{ -service }で{ $artist }の{ $name }をかけて
        [title] アレクサ、{ -service }で{ $name }という曲をかけて
        [album] アレクサ、{ -service }で{ $artist }のアルバム{ $name }をかけて
        [playlist] アレクサ、{ -service }でプレイリスト{ $name }を再生して
        [shuffled] アレクサ、{ -service }でプレイリスト{ $name }をシャッフルで再生して
        [podcast] アレクサ、{ -service }でポッドキャスト{ $name }をかけて
        [genre] アレクサ、{ -service }で{ $name }をかけて
       *[anything] アレクサ、{ -service }で{ $name }をかけて
    }
play-address =
    { $address }
    {""}
play-elsewhere =
    .speech = ここでは再生できません。こう言ってください。「{ $request }」{ $where }
    .speech-2 = 再生はアレクサの仕事です。こう言ってください。「{ $request }」{ $where }
    .title = 聴くには
    .card =
        「{ $request }」{ $where }
        { $address }{ $source }
play-where = 別のエコーで聴くときは、その名前も言ってください。
play-unqueued =
    .speech = キューには入れられません。今すぐ聴くには、こう言ってください。「{ $request }」{ $where }
    .title = 聴くには
    .card =
        「{ $request }」{ $where }
        { $address }{ $source }
play-by-card =
    .speech = ここでは再生できません。名前も読めないので、Alexaアプリのカードから開いてください。
    .title = 聴くには
    .card = { $address }{ $source }
play-nameless =
    .speech = ここでは再生できませんし、それには名前がありません。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
play-local =
    .speech = { $name }はご自分のファイルなので、アレクサでは再生できません。代わりに何にしますか？
    .reprompt = ほかの名前を言ってください。何にしますか？
play-unplayable =
    .speech = { $name }は、お住まいの国の{ -service }では聴けません。代わりに何にしますか？
    .reprompt = ほかの名前を言ってください。何にしますか？
play-sample =
    .speech = そのプレイリストはデモだけのものなので、再生できません。代わりに何にしますか？
    .reprompt = 曲の名前を言ってください。何にしますか？
play-nothing =
    .speech = 何を聴きたいか、まだわかりません。何か曲を選びましょうか？
    .reprompt = 何か曲を選びましょうか？
play-unknown =
    .speech = 「{ $heard }」は{ -service }で見つかりません。代わりに何を聴きますか？
    .reprompt = もう一度名前を言うか、「何を聴けばいい」と聞いてください。どうしますか？
play-instead =
    .speech = ここから再生を始められません。こう言ってください。「{ $request }」{ $where }
    .title = 聴くには
    .card =
        「{ $request }」{ $where }
        { $address }{ $source }
play-here =
    .speech = エコーは、一度何か再生すると{ -service }に出てきます。こう言ってください。「{ $request }」
    .title = 聴くには
    .card =
        「{ $request }」
        { $address }{ $source }
play-premium =
    .speech = 再生には{ -service }のプレミアムが必要です。こう言えば聴けます。「{ $request }」{ $where }
    .title = 聴くには
    .card =
        「{ $request }」{ $where }
        { $address }{ $source }
play-started =
    .speech = { $before }{ $order ->
        [shuffled] { $name }を{ $speaker }でシャッフル再生します。
        [unshuffled] { $name }を{ $speaker }で再生します。シャッフルはできませんでした。
       *[own] { $name }を{ $speaker }で再生します。
    }
play-queued =
    .speech = { $name }をキューに入れました。ほかに何をしますか？
    .reprompt = 「何を聴いたらいい」と聞いてください。どうしますか？
shuffle-only-playlists =
    .speech = シャッフルできるのはプレイリストだけです。次はどうしますか？
    .reprompt = プレイリストの名前を言ってください。どうしますか？
queue-only-songs =
    .speech = キューに入れられるのは曲だけです。次はどうしますか？
    .reprompt = 「何を聴いたらいい」と聞いてください。どうしますか？
play-moved =
    .speech = { $speaker }に切り替えました。
player-done =
    .speech = { $command ->
        [pause] 一時停止しました。
        [resume] 再生を続けます。
        [shuffle] シャッフルにしました。
        [next] 次の曲です。
       *[previous] 前の曲に戻りました。
    }
which-speaker =
    .speech = { $lead ->
        [unknown] そのスピーカーは見つかりません。
        [gone] そのスピーカーは今なくなりました。
        [restricted] そのスピーカーでは再生を始められません。
        [here] エコーは、一度{ -service }を再生すると出てきます。
       *[silent] {""}
    }{ $items }で再生できます。{ $count ->
        [1] そこで再生しますか？
       *[other] どれにしますか？
    }
    .reprompt = スピーカーの名前か、「一番目」と言ってください。どれにしますか？
speakers-none =
    .speech = { $lead ->
        [here] エコーは、一度{ -service }を再生すると出てきます。
       *[silent] { -service }を開いているスピーカーがありません。
    }どこかで{ -service }を開いて、もう一度言ってください。ほかに何をしますか？
    .reprompt = 「何を聴いたらいい」と聞いてください。どうしますか？
goodbye =
    .speech = さようなら。
    .speech-2 = では、また。

## うまくいかなかったとき

link-or-demo =
    .speech = それには、Alexaアプリのカードから{ -service }をリンクしてください。それまでデモを聞いてみますか？
    .reprompt = Alexaアプリで{ -service }をリンクできます。デモを聞いてみますか？
apology-not-linked =
    .speech = それには{ -service }のライブラリが必要です。Alexaアプリのカードからリンクしてください。
apology-link-expired =
    .speech = { -service }に入れなくなりました。数か月に一度あることです。Alexaアプリのカードから、もう一度リンクしてください。
apology-scope-missing =
    .speech = この機能ができる前にリンクされたようです。Alexaアプリのカードから、もう一度{ -service }をリンクしてください。
apology-not-admitted =
    .speech = { -service }のライブラリを、まだ見られません。このスキルの運営者に、アカウントの追加を頼んでください。
apology-forbidden =
    .speech = その操作は{ -service }で許可されていません。
apology-premium-required =
    .speech = { -service }につながりません。このスキルのプレミアム契約が切れています。更新されると、また使えます。
apology-premium-to-play =
    .speech = それには{ -service }のプレミアムが必要です。
apology-player-refused =
    .speech = 今はそれができません。もう止まっているか、そのスピーカーが対応していません。
apology-not-found =
    .speech = もう見つかりません。削除されたのかもしれません。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
apology-no-active-device =
    .speech = 今、{ -service }を開いている端末がありません。
apology-rate-limited =
    .speech = { -service }から、少し間を置くように言われました。{ wait }、もう一度試してください。
apology-quota-exceeded =
    .speech = 今日は質問がとても多かったので、{ -service }がこれ以上答えてくれません。{ wait }、もう一度試してください。
apology-rejected =
    .speech = { -service }に通じませんでした。こちらの問題です。別のことを試してください。
apology-unavailable =
    .speech = 今は{ -service }につながりません。少ししてから、もう一度試してください。
apology-too-slow =
    .speech = 今は{ -service }が遅いようです。少ししてから、もう一度試してください。
apology-unreadable =
    .speech = { -service }の答えが読み取れませんでした。少ししてから、もう一度試してください。
apology-deadline =
    .speech = 時間がかかりすぎました。もう一度言ってみてください。二回目は早いことがよくあります。
apology-provider =
    .speech = { -service }からは取得できませんでした。少ししてから、もう一度試してください。
apology-unconfirmed =
    .speech = { -service }から返事がなく、できたかどうか、はっきりしません。少ししてから確かめてください。次はどうしますか？
    .reprompt = 「おすすめを教えて」と言ってみてください。どうしますか？
apology-playlist-full =
    .speech = そのプレイリストはいっぱいで、もう入りません。代わりに何にしますか？
    .reprompt = 「プレイリストを教えて」と言ってみてください。どうしますか？
apology-busy =
    .speech = 今は混み合っています。少ししてから、もう一度試してください。
apology-unexpected =
    .speech = すみません、問題が起きました。少ししてから、もう一度試してください。

## 何を聴くか

picks =
    .speech = { $notice }{ $told ->
        [nothing] { $track }
        [opened] { $track }
        [opened-because] { $reason }、{ $track }
       *[reason] { $reason }、{ $track }
    }{ $asks ->
        [1] はどうですか？かけますか？
       *[other] はいかがですか？
    }
    .speech-2 = { $notice }{ $told ->
        [nothing] おすすめは{ $track }です。
        [opened] おすすめは{ $track }です。
        [opened-because] おすすめは{ $track }です。{ $reason }選びました。
       *[reason] おすすめは{ $track }です。{ $reason }選びました。
    }{ $asks ->
        [1] 聴いてみますか？
       *[other] いかがですか？
    }
    .speech-3 = { $notice }{ $told ->
        [nothing] { $track }
        [opened] { $track }
        [opened-because] { $reason }、{ $track }
       *[reason] { $reason }、{ $track }
    }{ $asks ->
        [1] はいかがですか？かけましょうか？
       *[other] をどうぞ。どうですか？
    }
    .reprompt = 「ほかの曲」、「どうして」とも言えます。{ $asks ->
        [1] かけますか？
       *[other] 気に入りましたか？
    }
    .title = あなたへのおすすめ
    .card =
        { $lines }
        { $source }
pick-line = { $track } – { $reason }
picks-none =
    .speech = 何をおすすめしたか、もう覚えていません。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
picks-dry =
    .speech = { $notice }今日のおすすめはここまでです。「落ち着いた曲」のように言ってみてください。どうしますか？
    .speech-2 = { $notice }今日はもう思いつきません。気分やジャンルを言ってください。どうしますか？
    .reprompt = 「最初から」か、気分を言ってください。どうしますか？
pick-details =
    .speech = { $number }番は、{ $track }です{ $length }。選んだのは、{ $reason }です。{ $asks ->
        [1] かけますか？
       *[other] 気に入りましたか？
    }
    .reprompt = 「ほかの曲」とも言えます。{ $asks ->
        [1] かけますか？
       *[other] 気に入りましたか？
    }
why =
    .speech = { $reasons }です。{ $asks ->
        [1] かけますか？
       *[other] 気に入りましたか？
    }
    .speech-2 = 選んだのは、{ $reasons }です。{ $asks ->
        [1] 聴いてみますか？
       *[other] 気に入りましたか？
    }
    .reprompt = 「ほかの曲」とも言えます。{ $asks ->
        [1] かけますか？
       *[other] 気に入りましたか？
    }
    .title = 選んだ理由
    .card =
        { $track }: { $reasons }。
        { $source }
opinion-of-which =
    .speech = 番号か曲名を言ってください。どの曲のことですか？
    .speech-2 = 先に番号か曲名を教えてください。どの曲ですか？
    .reprompt = 番号か、曲名を言ってください。どの曲ですか？
picks-so-far =
    .speech = { $changed }{ $partial }{ $place ->
        [only] これまでのおすすめは、{ $items }です。ほかに何を聞きますか？
        [first] これまでのおすすめは、{ $items }です。もっと聞きますか？
        [middle] その次は、{ $items }です。もっと聞きますか？
        [again] { $items }です。もっと聞きますか？
       *[last] 最後は、{ $items }です。ほかに何を聞きますか？
    }
    .reprompt = 番号か、「これでプレイリストを作って」と言えます。どうしますか？
    .title = これまでのおすすめ
    .card =
        { $lines }
        { $source }
picks-so-far-none =
    .speech = 最近は何もおすすめしていません。何か選びましょうか？
    .reprompt = 何か選びましょうか？
why-playlist =
    .speech = { $playlist }を選んだのは、{ $reason }です。開きますか？
    .reprompt = 開きますか？
why-other =
    .speech = 今のは私のおすすめではありません。何か選びましょうか？
    .reprompt = 何か選びましょうか？
why-nothing =
    .speech = まだ何もおすすめしていません。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
taste-unknown =
    .speech = { $gaps }{ $missing ->
        [0] お好みがまだ分かりません。
       *[other] 全部は見られなかったので、お好みが分かりません。
    }{ ask }
    .reprompt = { ask }
wish-unmet =
    .speech = { $gaps }{ $unmet }{ ask }
    .reprompt = { ask }
rediscover-none =
    .speech = { $count ->
        [0] 探せるご自分のプレイリストがありません。「おすすめを教えて」と言えます。どうしますか？
       *[other] プレイリスト{ $count }個を見ましたが、どれも最近の曲でした。「おすすめを教えて」と言えます。どうしますか？
    }
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？
playlist-picks =
    .speech = { $changed }{ $partial }{ $place ->
        [only] { $wish }{ $reason }、{ $items }はいかがですか。{ open-which }
        [first] { $wish }{ $items }はいかがですか。最初のは、{ $reason }です。どれにしますか？
        [again] こちらは、{ $items }です。どれにしますか？
       *[other] ほかに、{ $items }もあります。どれにしますか？
    }
    .reprompt = プレイリストの名前か、「最初」と言ってください。どれを開きますか？
    .screen = おすすめのプレイリスト
    .title = おすすめのプレイリスト { $first }～{ $last }（全{ $total }個）
    .card =
        { $lines }
        { $source }
playlist-picks-none =
    .speech = 今おすすめできるプレイリストがありません。「おすすめを教えて」と言えます。どうしますか？
    .reprompt = 「おすすめを教えて」と言えます。どうしますか？

## すすめないもの

wish-excluded =
    .speech = { $name }は外しています。戻すには「{ $name }をまたすすめていいよ」と言ってください。どうしますか？
    .reprompt = 「{ $name }をまたすすめていいよ」と言ってください。どうしますか？
picks-excluded =
    .speech = すすめられる曲が全部外されています。「何をすすめないの」と聞いてください。どうしますか？
    .reprompt = 「何をすすめないの」と聞いてください。どうしますか？
never-noted =
    .speech = { $name }はもうすすめません。{ ask }
    .speech-2 = わかりました。{ $name }は外します。{ ask }
    .reprompt = 一覧は「何をすすめないの」でわかります。{ ask }
never-which =
    .speech = 名前やジャンルに続けて「はもうすすめないで」と言ってください。何を外しますか？
    .reprompt = 名前に続けて「はもうすすめないで」と言ってください。何を外しますか？
never-full =
    .speech = もう百件外しています。先に、またすすめていいものを教えてください。どうしますか？
    .reprompt = 「何をすすめないの」と聞いてください。どうしますか？
never-lost =
    .speech = 今は覚えられませんでした。あとでもう一度言ってください。どうしますか？
    .reprompt = 「何を聴いたらいい」と聞いてください。どうしますか？
exclusions =
    .speech = 外しているのは、{ $names }{ $more ->
        [0] です。
       *[other] と、ほか{ $more }件です。
    }{ ask }
    .reprompt = またすすめていいものを教えてください。{ ask }
    .title = すすめないもの
    .card = { $all }
exclusions-none =
    .speech = 外しているものはありません。{ ask }
    .reprompt = 名前に続けて、「はもうすすめないで」と言えます。{ ask }
allowed =
    .speech = { $name }をまたすすめます。{ ask }
    .reprompt = 曲を聞くなら、「はい」と言ってください。{ ask }
allow-unknown =
    .speech = { $name }は外していません。{ ask }
    .reprompt = 一覧は「何をすすめないの」でわかります。{ ask }
allow-which =
    .speech = 名前に続けて、「をまたすすめて」と言ってください。何を戻しますか？
    .reprompt = 一覧は「何をすすめないの」でわかります。何を戻しますか？

## おすすめの前に言うこと

notices = { $first }{ $then }
notice-again = 最初からお読みします。
notice-unmet = { $kind ->
    [mood] { $heard }曲は見つかりませんでした。
    [activity] { $heard }に合う曲はありませんでした。
    [several] すべてに合う曲はありませんでした。
   *[other] 「{ $heard }」に合う曲はありませんでした。
}
notice-nothing-new = 新しいものはありませんでした。
notice-nothing-familiar = お好きな曲はもうお聴きなので、新しい曲にします。
notice-only-new = では、新しい曲にします。
notice-heard = もうご存じの曲です。
notice-new = まだ聴いていない曲です。
notice-playlists = ご自分のプレイリストからです。
notice-liked = 覚えておきますね。
notice-disliked = 分かりました。
notice-one-liked = { $track }がお好きなんですね。
notice-one-disliked = 分かりました、{ $track }は外しますね。
notice-more-like = { $track }に似た曲です。
notice-missing = 今は、{ $sources }を見られませんでした。
notice-scope = { $sources }も見るには、もう一度リンクしてください。
notice-no-era = { $era }曲は見つかりませんでした。
era-year = { $year }年の
era-earlier = { $year }年より前の
era-later = { $year }年以降の
notice-no-kind = { $heard }に合う曲はありませんでした。
notice-no-mood = { $mood }曲はありませんでした。
notice-no-artist = { $artist }に似た、合う曲は見つかりませんでした。
notice-no-playlists = プレイリストに合う曲はありませんでした。
notice-no-saved = 保存した曲に合うものはありませんでした。
notice-no-language = その言語は聞き分けられません。
notice-no-unwanted = これ以上は外せません。
notice-no-length = 長さでは選べません。
notice-no-several = 1曲ずつご案内します。
notice-no-album = おすすめできるのは曲だけです。
notice-no-someone = 分かるのはあなたの好みだけです。
notice-no-playlist = プレイリストは作れません。
notice-no-ready-playlist = まず曲を選んで、後で「プレイリストを作って」とどうぞ。
notice-none-named-so = 名前でそれとわかるものはありません。
notice-genres-unknown = この曲のジャンルはわかりません。
notice-mood-limit = もう{ $mood }曲でしたので、続けます。
notice-never = { $name }はもうすすめません。
feels-sad = 元気が出る曲です。
feels-angry = 気持ちが落ち着く曲です。
feels-calm = ほっとできる曲です。
feels-happy = 明るい曲です。
feels-energetic = テンションが上がる曲です。
notice-closest = { $heard }は見つからないので、{ $about }にします。
opening-closest = { $heard }は見つかりませんでした。近いのは{ $about }です。
also-asked-genre = { $about }をもう1曲。
also-mood = こちらも{ $about }気分の曲です。
also-activity = こちらも{ $about }にぴったりです。
also-mood-for = こちらも{ $mood }気分で、{ $about }に合います。
also-era = こちらも{ $year }年の曲です。
source-favourites = お気に入り
source-plays = 最近聴いた曲
source-saves = 保存した曲
source-followed = フォロー中のアーティスト
source-playlists = プレイリスト
source-discovery = 新しい音楽

## 理由。どれも「から」で終わり、そのあとに「です」や「、」が続く

reason-unheard = まだ聴いていない曲だから
reason-fits = 普段聴いている音楽に合うから
reason-of-the-day = 今日はたまたま先頭に来たから
reason-of-the-demo = デモのプレイリストだから
reason-name-fits = 名前がぴったりだから
reason-top-track = { $span ->
        [weeks] この数週間
        [months] この数か月
       *[years] この1年
    }によく聴いた曲だから
reason-top-artist = { $about }が{ $span ->
        [weeks] この数週間
        [months] この数か月
       *[years] この1年
    }のお気に入りのアーティストだから
reason-top-tracks = { $about }の曲がお好きだから
reason-played = 最近{ $about }をよく聴いているから
reason-saved = { $about }の曲を保存しているから
reason-followed = { $about }をフォローしているから
reason-playlist = プレイリスト「{ $about }」に入っているから
reason-playlist-since = { $since }以来プレイリスト「{ $about }」に入っているから
reason-playlists = プレイリスト「{ $about }」と「{ $other }」に入っているから
reason-genre = { $about }をよく聴くから
reason-style = { $about }の曲だから
reason-mood = { $about }気分の曲だから
reason-activity = { $about }にぴったりだから
reason-asked-genre = { $about }の曲だから
reason-asked-artist = ご希望の{ $about }の曲だから
reason-era = アルバムが{ $year }年に出たから
reason-both = { $wish }、{ $reason }
wish-asked-genre = { $about }の曲で
wish-mood = { $about }気分の曲で
wish-activity = { $about }にぴったりで
wish-genre-for = { $about }に合う{ $genre }の曲で
wish-genre-year = { $year }年の{ $genre }の曲で
wish-genre-mood = { $about }{ $genre }の曲で
wish-mood-for = { $mood }気分で{ $about }に合う曲で
wish-kindred = { $about }と同じ系統の音楽で
wish-era = { $year }年の曲で
reason-genre-for = { $about }に合う{ $genre }の曲だから
reason-genre-year = { $year }年の{ $genre }の曲だから
reason-genre-mood = { $about }{ $genre }の曲だから
reason-mood-for = { $mood }気分で{ $about }に合う曲だから
reason-kindred = { $about }と同じ系統の音楽だから
reason-liked = { $about }がお好きだから
reason-neighbour = { $about }を聴く人は{ $artist }もよく聴くから
reason-similar = よく聴いている{ $about }に近い音楽だから
reason-liked-neighbour = 気に入った{ $about }に近い音楽だから
reason-guest = { $about }の曲に{ $artist }が参加しているから
reason-host = { $artist }のアルバムに{ $about }が参加しているから
reason-partner = 気に入った{ $about }と{ $artist }が共演しているから
reason-joined = { $about }も参加しているから
reason-listed = プレイリストに{ $about }の曲があるから
reason-named = 名前に、よく聴く{ $about }が入っているから
reason-holds = よく聴く{ $about }の曲が入っているから
reason-top-artist-short = { $span ->
        [weeks] この数週間
        [months] この数か月
       *[years] これまで
    }のお気に入りのアーティストだから
reason-top-tracks-short = お好きなアーティストの曲だから
reason-played-short = 最近よく聴いているアーティストだから
reason-neighbour-short = { $about }を聴く人もよく聴くから
reason-guest-short = { $about }の曲に参加した人だから
reason-liked-short = 前に気に入った人の曲だから
reason-listed-short = プレイリストにあるアーティストだから

## 画面

screen-playlists = プレイリスト
screen-recommend = おすすめを聞く
screen-next = 次のページ
screen-previous = 前のページ
screen-places = { $total }件中{ $first }～{ $last }
screen-another = ほかのおすすめ
screen-again = もう一度試す
screen-why = 選んだ理由
screen-more = 似た曲を探す
screen-hear = 再生
screen-save = 保存
screen-because = { $reason }です。
screen-by = 作成: { $owner }
screen-playing = { $run ->
        [paused] 一時停止中
       *[running] 再生中
    }
screen-song-saved = { $done ->
        [again] 保存済み
       *[new] 保存しました
    }
screen-song-taken-off = { $done ->
        [again] 保存されていません
       *[new] 保存を取り消しました
    }
screen-song-added = { $done ->
        [again] 「{ $name }」に追加済み
       *[new] 「{ $name }」に追加しました
    }
screen-playlist-made = { $done ->
        [new] 新しいプレイリスト
        [more] プレイリストに追加しました
       *[again] 追加済みのプレイリスト
    }
screen-open = { -service }で開く
screen-demo = デモを試す
screen-link-title = { -service }のアカウントをリンク
screen-how = 聴く方法
screen-say-this = こう言うと聴けます
screen-quote = 「{ $request }」
screen-link-card = Alexaアプリで{ -skill }のカードを開きます。
screen-link-scan = スマートフォンでこのコードを読み取ります。
screen-link-open = { -skill }のページを開く
screen-link-sign-in = そこで{ -service }にログインします。
screen-link-page = 開いたページで{ -service }をリンクします。
screen-link-then = そのあと「アレクサ、レコードの棚を開いて」と言ってください。
say-anything = 「おすすめを教えて」や「ヘルプ」と言えます
say-list = 「次」や「3番」と言えます
say-picks = 「ほかの曲」「どうして」「気に入った」と言えます
say-picks-play = 「流して」「ほかの曲」「どうして」と言えます
say-playing = 「似た曲を教えて」と言えます
say-demo = 「デモを聞かせて」と言えます
touch-gone =
    .speech = もうありません。代わりに何をしますか？
    .reprompt = 「プレイリストを教えて」と言えます。どうしますか？
