/** Listeners of one kind of message, told in the order in which they came. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>();

  /** Adds a listener and answers the function that takes it away again. */
  add(listener: (value: T) => void): () => void {
    // Wrapped, so that the same function added twice is two listeners.
    const own = (value: T) => listener(value);
    this.#all.add(own);
    return () => {
      this.#all.delete(own);
    };
  }

  tell(value: T): void {
    for (const listener of [...this.#all]) listener(value);
  }
}
