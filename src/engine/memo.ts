/**
 * Remembers what is worked out from an object for as long as the object lives: `const sizeOf = memo((g: Graph) => …)`.
 * What goes before its objects do is kept in a plain map, as weak ones cost the collector dear; so are texts and numbers.
 */
export function memo<K extends object, V>(make: (key: K) => V): (key: K) => V;
export function memo<K, V>(make: (key: K) => V, known: Map<K, V>): (key: K) => V;
export function memo<V>(make: (key: object) => V, known: WeakMap<object, V> = new WeakMap()): (key: object) => V {
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
