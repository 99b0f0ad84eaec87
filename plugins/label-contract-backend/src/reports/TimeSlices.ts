/**
 * Divides a long computation into slices, between which others get their turn. Says how long it computed.
 */
export class TimeSlices {
  readonly #sliceMs: number;
  readonly #elapsedMs: () => number;
  readonly #giveTurn: (lastedMs: number) => Promise<void>;
  #sliceBegan: number;
  #busyMs = 0;

  constructor(options: {
    sliceMs: number;
    /** Milliseconds since some moment, never backwards. */
    elapsedMs: () => number;
    /** Resolves when everybody who waited had a turn; gets how long the slice lasted. */
    giveTurn: (lastedMs: number) => Promise<void>;
  }) {
    this.#sliceMs = options.sliceMs;
    this.#elapsedMs = options.elapsedMs;
    this.#giveTurn = options.giveTurn;
    this.#sliceBegan = this.#elapsedMs();
  }

  /** Milliseconds of all slices until now. */
  get busyMs(): number {
    return this.#busyMs + this.#ofThisSlice();
  }

  /** To be awaited between two steps: gives others a turn where the slice is used up. */
  async next(): Promise<void> {
    const lasted = this.#ofThisSlice();
    if (lasted < this.#sliceMs) {
      return;
    }
    this.#busyMs += lasted;
    await this.#giveTurn(lasted);
    this.#sliceBegan = this.#elapsedMs();
  }

  #ofThisSlice(): number {
    return this.#elapsedMs() - this.#sliceBegan;
  }
}
