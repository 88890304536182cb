// @neo4j/graphql over the graph that PolicyGraph keeps in Neo4j, with nothing else in the way: each operation is parsed and validated once, then executed.
// Takes PORT and NEO4J (http://user:password@host:port/database) from the environment; finds the Bolt port by asking there; says "ready".
import {createServer} from 'node:http';
import {Neo4jGraphQL} from '@neo4j/graphql';
import {execute, parse, validate} from 'graphql';
import neo4j from 'neo4j-driver';

const typeDefs = `
  type Agency @node { id: ID! name: String! issued: [Policy!]! @relationship(type: "ISSUED", direction: OUT) }
  type Policy @node {
    id: ID! name: String! documentNumber: String issuedOn: String
    issuedBy: [Agency!]! @relationship(type: "ISSUED", direction: IN)
    statistics: [Statistic!]! @relationship(type: "ABOUT", direction: IN)
  }
  type Statistic @node { id: ID! value: Float unit: String periodLabel: String periodEnd: String indicator: String }
`;
const server = new URL(process.env.NEO4J);
const asked = await fetch(`${server.origin}/db${server.pathname}/query/v2`, {
  method: 'POST',
  headers: {'content-type': 'application/json', authorization: `Basic ${btoa(`${server.username}:${server.password}`)}`},
  body: JSON.stringify({statement: "SHOW SETTINGS 'server.bolt.listen_address' YIELD value"}),
});
const [[bolt]] = (await asked.json()).data.values;
const driver = neo4j.driver(`bolt://${server.hostname}:${bolt.split(':')[1]}`, neo4j.auth.basic(server.username, server.password));
const schema = await new Neo4jGraphQL({typeDefs, driver}).getSchema();
const documents = new Map();

function prepare(query) {
  if (!documents.has(query)) {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) throw errors[0];
    documents.set(query, document);
  }
  return documents.get(query);
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  let answer;
  try {
    const {query, variables} = JSON.parse(Buffer.concat(chunks));
    answer = await execute({schema, document: prepare(query), variableValues: variables, contextValue: {sessionConfig: {defaultAccessMode: 'READ'}}});
  } catch (error) {
    answer = {errors: [{message: error.message}]};
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
}).listen(process.env.PORT, '127.0.0.1', () => console.log('ready'));
