// Values out of nothing, for any schema: each follows from the way to it, so that two implementations agree without sharing data.
// tests/PolicyGraph.GraphQL.Tests/Oracle/SyntheticValues.cs says the same in C#.
import { getNamedType, getNullableType, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';

const encoder = new TextEncoder();

// FNV-1a of 32 bits over UTF-8.
export function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of encoder.encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') return `{${Object.keys(value).sort().map((key) => `${key}:${canonical(value[key])}`).join(',')}}`;
  return String(value);
}

export const rootValue = { seed: 'root' };

export function fieldResolver(source, args, context, info) {
  const way = `${source.seed}/${info.fieldName}(${canonical(args)})`;
  return make(info.returnType, way, info.schema, canonical(args));
}

export const typeResolver = (value) => value.type;

function make(type, way, schema, args) {
  const h = hash(way);
  if (h % 13 === 5) throw new Error(`E${h}`);
  if (isNonNullType(type) ? h % 37 === 3 : h % 7 === 3) return null;
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.from({ length: h % 4 }, (_, index) => attempt(() => make(bare.ofType, `${way}/${index}`, schema, args)));
  if (isObjectType(bare)) return { seed: String(h), type: bare.name };
  if (isAbstractType(bare)) {
    const names = schema.getPossibleTypes(bare).map((possible) => possible.name).sort();
    return { seed: String(h), type: names[h % names.length] };
  }
  if (isEnumType(bare)) return bare.getValues()[h % bare.getValues().length].value;
  switch (getNamedType(bare).name) {
    case 'Int': return (h % 2000) - 1000;
    case 'Float': return (h % 10000) / 16;
    case 'Boolean': return h % 2 === 0;
    case 'ID': return `i${h}`;
    default: return `s${h % 100}"\n\u0001é😀${args}`;
  }
}

function attempt(value) {
  try {
    return value();
  } catch (error) {
    return error;
  }
}
