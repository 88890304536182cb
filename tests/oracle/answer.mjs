// Answers operations with graphql-js: one JSON case a line in, one JSON answer a line out.
// In:  {"schema": name of a schema given on the command line as name=path, "query", "variables"?, "operation"?}
// Out: {"syntax": error} | {"crash": why graphql-js itself failed} | {"printed", "rules": [{rule, message, locations}] or "too many"} | {"printed", "result"}
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { GraphQLError, buildSchema, execute, parse, print, specifiedRules, validate } from 'graphql';
import { fieldResolver, rootValue, typeResolver } from './synthetic.mjs';

const schemas = Object.fromEntries(process.argv.slice(2).map((argument) => {
  const [name, path] = argument.split('=');
  return [name, buildSchema(readFileSync(path, 'utf8'))];
}));

const plain = (error) => ({ message: error.message.toWellFormed(), locations: error.locations ?? [], path: error.path });

function answer({ schema: name, query, variables, operation }) {
  const schema = schemas[name];
  let document;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { syntax: plain(error) };
  }
  const printed = print(document);
  const errors = validate(schema, document);
  if (errors.length > 100) return { printed, rules: 'too many' };
  if (errors.length > 0) {
    const rules = specifiedRules.flatMap((rule) =>
      validate(schema, document, [rule]).map((error) => ({ rule: rule.name, ...plain(error) })));
    return { printed, rules };
  }
  const kinds = document.definitions.filter((definition) => definition.kind === 'OperationDefinition').map((definition) => definition.operation);
  if (kinds.includes('subscription')) return { printed };
  const result = execute({ schema, document, rootValue, variableValues: variables, operationName: operation, fieldResolver, typeResolver });
  if (result instanceof Promise) return result.then((later) => ({ printed, result: flat(later) }));
  return { printed, result: flat(result) };
}

const flat = ({ data, errors }) => ({ data: data === undefined ? null : JSON.stringify(data), errors: (errors ?? []).map(plain) });

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let said;
  try {
    said = await answer(asked);
  } catch (error) {
    said = { crash: String(error) };
  }
  process.stdout.write(JSON.stringify(said) + '\n');
}
