"""What an error could tell, however it is printed."""

import traceback


def everything_about(error: BaseException) -> str:
    """What any logger could print of it, causes, contexts and arguments included."""
    printed = "".join(traceback.format_exception(error))
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return printed + "".join(f"{it!r} {it.args!r}" for it in chain)
