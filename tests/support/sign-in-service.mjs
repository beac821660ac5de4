// The sign-in service as it would run at a host of functions: `node sign-in-service.mjs SETTINGS` prints its port.
import { createServer } from "node:http";
import worker from "../../scripts/sign_in/worker.js";

const settings = JSON.parse(process.argv[2]);
const server = createServer(async (request, response) => {
  const asked = new Request(`http://${request.headers.host}${request.url}`, {
    method: request.method,
    headers: { Cookie: request.headers.cookie ?? "" },
  });
  const answer = await worker.fetch(asked, settings);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
