// The reference clients of graphql-sse (both modes) and graphql-ws listen at the server at the first address.
// Each asks a query, listens until it hears what it says itself, listens to a stream to its end, and asks something invalid. Prints one line for each.
import { createClient as createStreamClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];

async function all(client, query) {
  const results = [];
  for await (const result of client.iterate({ query })) results.push(result);
  return results;
}

async function hear(client) {
  const listening = client.iterate({ query: 'subscription { said(containing: "echo") { text } }' });
  const heard = listening.next();
  const saying = setInterval(() => all(client, 'mutation { say(text: "echo") }').catch(() => {}), 50);
  const { value } = await heard;
  clearInterval(saying);
  await listening.return();
  return value.data.said.text;
}

async function refusal(client) {
  try {
    const [result] = await all(client, '{ nope }');
    return result.errors[0].extensions.code;
  } catch (errors) {
    return errors[0].extensions.code;
  }
}

async function converse(client) {
  const [hello] = await all(client, '{ hello }');
  const counts = await all(client, 'subscription { count(to: 3) }');
  return [hello.data.hello, await hear(client), counts.map((result) => result.data.count).join('-'), await refusal(client)].join(', ');
}

const clients = {
  'graphql-sse, distinct connections': () => createStreamClient({ url, retryAttempts: 0 }),
  'graphql-sse, single connection': () => createStreamClient({ url, singleConnection: true, retryAttempts: 0 }),
  'graphql-ws': () => createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, keepAlive: 50, retryAttempts: 0 }),
};

for (const [name, create] of Object.entries(clients)) {
  const client = create();
  console.log(`${name}: ${await converse(client).catch((error) => `failed: ${error?.message ?? JSON.stringify(error)}`)}`);
  await client.dispose();
}
process.exit(0);
