/** Something of the table that tests have to show. */
export interface Claim {
  /** What works, as the table says it. */
  readonly what: string;
  /** With which versions of what. */
  readonly with: string;
  /** The file of the tests, relative to the root of the repository. */
  readonly file: string;
  /** Only the tests whose full name fits; all of the file without it. */
  readonly title?: RegExp;
}

/** How a test of a suite ended. */
export interface TestResult {
  /** Relative to the root of the repository, with `/` on every platform. */
  readonly file: string;
  readonly fullName: string;
  /** `passed`, `failed`, `pending`, … as Jest says it. */
  readonly status: string;
}
