// `story-card serve` in Node: listening; what is answered comes from the module.
import { createServer } from "node:http";

/** Answers requests on this machine alone until the program is ended. */
export function serve(server, files, failed) {
  const http = createServer(({ headers, url }, response) => {
    let answer;
    try {
      answer = server.answer(headers.host ?? "", url.split("?")[0], files);
    } catch (error) {
      // The module is dead: nobody waits for an answer that cannot come.
      response.writeHead(500, { connection: "close" }).end();
      http.close();
      return failed(error);
    }
    const { status, mediaType, bytes } = answer;
    answer.free();
    response.writeHead(status, { "content-type": mediaType, "content-length": bytes.length, "cache-control": "no-store" });
    response.end(bytes);
  });
  let port = server.port ?? server.usualPort;
  const listen = () => http.listen(port, "127.0.0.1");
  http.on("listening", () => {
    const { address, port } = http.address();
    process.stdout.write(`${server.greeting(`${address}:${port}`)}\n`);
  });
  http.on("error", (error) => {
    if (server.port === undefined && port !== 0) {
      port = 0;
      return listen();
    }
    process.stderr.write(`story-card: listening on port ${port}: ${error.message}\n`);
    process.exitCode = 1;
  });
  listen();
}
