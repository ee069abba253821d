"""Doctor: checks of an installation; each problem comes with its remedy.

`command` runs all checks; each check is one function of the `*_checks` modules, which
takes a `report.CheckContext` and returns a list of `report.CheckResult`.
"""
