// Back from the accounts service: the console looks again, and this window may go.
if (window.opener) window.close();
