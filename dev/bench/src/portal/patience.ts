/** Long enough for the largest fleet on a busy machine. */
export const PATIENCE_SECONDS = 900;
