import { getOperationAST } from 'graphql';
import type { GraphiQL } from 'graphiql';
import type { ComponentProps } from 'react';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

const json = 'application/graphql-response+json, application/json';

/** Asks the service with the headers of the page's Headers tab, a key among them. A subscription is answered event by event (graphql-sse, distinct connections). */
export const fetcher: Fetcher = (parameters, options) => {
  const operation = options?.documentAST && getOperationAST(options.documentAST, parameters.operationName);
  const ask = (accept: string) =>
    fetch('/graphql', {
      method: 'POST',
      headers: { ...options?.headers, 'content-type': 'application/json', accept },
      body: JSON.stringify(parameters),
    });
  return operation?.operation === 'subscription' ? events(ask('text/event-stream')) : ask(json).then(read);
};

/** What the service answered, its refusals too; a body from between here and there, which is no JSON, as an error. */
async function read(response: Response) {
  if (!response.headers.get('content-type')?.includes('json')) {
    throw new Error(`The service answered ${response.status} ${response.statusText}: ${await response.text()}`);
  }
  return response.json();
}

/** The data of the events named next; ends with the stream. Server-Sent Events: HTML Living Standard, section 9.2. */
async function* events(asked: Promise<Response>) {
  const response = await asked;
  if (!response.headers.get('content-type')?.includes('text/event-stream') || !response.body) {
    yield await read(response);
    return;
  }

  let rest = '';
  for await (const piece of pieces(response.body.pipeThrough(new TextDecoderStream()))) {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const data = lines.find((line) => line.startsWith('data: '));
      if (lines.includes('event: next') && data) yield JSON.parse(data.slice('data: '.length));
    }
  }
}

/** Not every browser iterates over a stream by itself. Whoever stops listening ends the request. */
async function* pieces(stream: ReadableStream<string>) {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
