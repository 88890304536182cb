// Each client asks the server at the first address for the ship Aurora; the second argument is the schema's file (for Relay's compiler).
// Prints one line for each: its name and the name of the ship.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { createGraphiQLFetcher, fetcherReturnToPromise } from '@graphiql/toolkit';
import { Client, fetchExchange } from '@urql/core';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';

const [url, schema] = process.argv.slice(2);
const text = 'query Ship($name: String!) { ship(name: $name) { id name } }';
const variables = { name: 'Aurora' };

async function apollo() {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
  return (await client.query({ query: gql(text), variables })).data.ship.name;
}

async function urql() {
  const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: true });
  const { data, error } = await client.query(text, variables).toPromise();
  if (error) throw error;
  return data.ship.name;
}

async function graphiql() {
  const fetcher = createGraphiQLFetcher({ url, fetch });
  const ask = (request) => fetcherReturnToPromise(fetcher(request));
  const introspection = await ask({ query: getIntrospectionQuery(), operationName: 'IntrospectionQuery' });
  buildClientSchema(introspection.data);
  return (await ask({ query: text, variables, operationName: 'Ship' })).data.ship.name;
}

async function relay() {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  try {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'schema.graphql'), readFileSync(resolve(schema)));
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: true }));
    writeFileSync(join(folder, 'src', 'Ship.js'), 'graphql`query ShipQuery($name: String!) { ship(name: $name) { ...Ship_ship } }`;\ngraphql`fragment Ship_ship on Ship { name kind }`;\n');
    execFileSync(process.execPath, [resolve('node_modules/relay-compiler/cli.js')], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const artifact = readFileSync(join(folder, 'src', '__generated__', 'ShipQuery.graphql.js'), 'utf8');
    const query = JSON.parse(artifact.match(/"text": (".*")/)[1]);
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return (await response.json()).data.ship.name;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const client of [apollo, urql, graphiql, relay]) {
  console.log(`${client.name} ${await client().catch((error) => `failed: ${error}`)}`);
}
process.exit(0);
