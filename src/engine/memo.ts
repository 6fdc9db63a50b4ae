/** Remembers what is worked out from an object for as long as the object lives: `const sizeOf = memo((g: Graph) => …)`. */
export function memo<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as V;
  };
}

/** The same for a single value, worked out when it is first asked for. */
export function once<V>(make: () => V): () => V {
  let known: { readonly value: V } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}
