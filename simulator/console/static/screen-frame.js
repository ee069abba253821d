// Runs in the sandboxed frame: draws one APL document and tells of touches.
(() => {
  const tell = (message) => parent.postMessage(message, "*");
  const engine = AplRenderer.initEngine();
  // The skill shows https pictures only; the fake Spotify on this machine has no TLS.
  const withLocalPictures = (data) => JSON.stringify(data).replaceAll("https://127.0.0.1:", "http://127.0.0.1:");

  let shown = null;

  async function draw({ directive, viewport, opensLinks = false }) {
    await engine;
    const view = document.getElementById("view");
    shown?.destroy();
    shown = null;
    view.replaceChildren();
    const content = AplRenderer.Content.create(JSON.stringify(directive.document));
    if (!content.content) throw new Error("the document cannot be drawn");
    for (const name of directive.document.mainTemplate.parameters ?? []) {
      content.addData(name, withLocalPictures(name === "payload" ? directive.datasources : directive.datasources?.[name] ?? {}));
    }
    if (content.isError() || !content.isReady()) throw new Error("the document cannot be drawn");
    shown = AplRenderer.default.create({
      view,
      content,
      mode: viewport.mode,
      theme: viewport.theme ?? "dark",
      viewport: {
        width: viewport.pixelWidth, height: viewport.pixelHeight, dpi: viewport.dpi,
        shape: viewport.shape, isRound: viewport.shape === "ROUND",
      },
      environment: { agentName: "Record Shelf console", agentVersion: "1", disallowVideo: true, allowOpenUrl: opensLinks },
      utcTime: Date.now(),
      localTimeAdjustment: 0,
      logLevel: "silent",
      onSendEvent: (event) => tell({ kind: "touch", arguments: event.arguments, token: directive.token }),
    });
    await shown.init();
    tell({ kind: "drawn" });
  }

  addEventListener("message", (event) => {
    if (event.source === parent) draw(event.data).catch((error) => tell({ kind: "failed", text: String(error.message ?? error) }));
  });
  engine.then(() => tell({ kind: "ready" }));
})();
