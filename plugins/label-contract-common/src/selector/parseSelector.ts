import { problemOfLabelKey, problemOfLabelValue } from './labelSyntax';
import { parseInt64 } from './parseInt64';
import { ParsedSelector, Requirement } from './Selector';

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'end'; readonly text: 'the end' };

const SYMBOLS = /^(==|!=|[=!<>(),])/;
// White space of other kinds, such as a no-break space, is a character of a word like any other,
// and then no legal one.
const WORD = /^[^=!(),<> \t\r\n]+/;
const BLANK = /^[ \t\r\n]+/;

class SelectorError extends Error {}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = text.replace(BLANK, '');
  while (rest !== '') {
    const symbol = SYMBOLS.exec(rest)?.[0];
    const word = symbol === undefined ? WORD.exec(rest)?.[0] : undefined;
    const found = symbol ?? word ?? rest;
    tokens.push({ kind: symbol ? 'symbol' : 'word', text: found });
    rest = rest.slice(found.length).replace(BLANK, '');
  }
  return [...tokens, { kind: 'end', text: 'the end' }];
}

/** Recursive descent over the tokens; the methods are the rules of the grammar. */
class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    if (this.next().kind === 'end') {
      return requirements;
    }
    for (;;) {
      requirements.push(this.requirement());
      const separator = this.take();
      if (separator.kind === 'end') {
        return requirements;
      }
      if (!isSymbol(separator, ',')) {
        throw unexpected(separator, "',' or the end");
      }
      if (this.next().kind !== 'word' && !isSymbol(this.next(), '!')) {
        throw unexpected(this.next(), "a key or '!' after ','");
      }
    }
  }

  private requirement(): Requirement {
    if (isSymbol(this.next(), '!')) {
      this.take();
      return { operator: 'absent', key: this.key() };
    }

    const key = this.key();
    if (this.next().kind === 'end' || isSymbol(this.next(), ',')) {
      return { operator: 'exists', key };
    }

    const operator = this.take();
    switch (operator.text) {
      case '=':
      case '==':
        return { operator: 'in', key, values: [this.value()] };
      case '!=':
        return { operator: 'notin', key, values: [this.value()] };
      case '>':
        return { operator: 'greater', key, value: this.integer() };
      case '<':
        return { operator: 'less', key, value: this.integer() };
      case 'in':
      case 'notin':
        return { operator: operator.text, key, values: this.values() };
      default:
        throw unexpected(operator, 'one of =, ==, !=, in, notin, <, >');
    }
  }

  private key(): string {
    const token = this.take();
    if (token.kind !== 'word') {
      throw unexpected(token, "a key or '!'");
    }
    return legal(token.text, problemOfLabelKey);
  }

  private value(): string {
    if (this.next().kind === 'end' || isSymbol(this.next(), ',')) {
      return '';
    }
    const token = this.take();
    if (token.kind !== 'word') {
      throw unexpected(token, 'a value');
    }
    return legal(token.text, problemOfLabelValue);
  }

  private integer(): bigint {
    const value = this.value();
    const number = parseInt64(value);
    if (number === undefined) {
      throw new SelectorError(
        `'${value}' is no integer, and '<' and '>' compare integers`,
      );
    }
    return number;
  }

  /** `(a,b)`, where each value, and the whole list, may be empty. */
  private values(): string[] {
    const open = this.take();
    if (!isSymbol(open, '(')) {
      throw unexpected(open, "'('");
    }
    const values: string[] = [];
    for (;;) {
      const isEmpty = isSymbol(this.next(), ',') || isSymbol(this.next(), ')');
      values.push(isEmpty ? '' : this.value());
      const separator = this.take();
      if (isSymbol(separator, ')')) {
        return [...new Set(values)];
      }
      if (!isSymbol(separator, ',')) {
        throw unexpected(separator, "',' or ')'");
      }
    }
  }

  private next(): Token {
    return this.tokens[this.position];
  }

  private take(): Token {
    const token = this.next();
    if (token.kind !== 'end') {
      this.position += 1;
    }
    return token;
  }
}

/**
 * Reads a label selector exactly as the API server does (`labels.Parse` of k8s.io/apimachinery):
 * blanks, tabs and newlines count for nothing, `in` and `notin` are words where a value stands, an
 * empty value is legal (`x=`, `x in (,a)`), a comma at the end and an upper-case `IN` are not.
 *
 * @public
 */
export function parseSelector(text: string): ParsedSelector {
  try {
    return { kind: 'selector', selector: new Parser(tokensOf(text)).parse() };
  } catch (error) {
    if (error instanceof SelectorError) {
      return { kind: 'invalid', problem: error.message };
    }
    throw error;
  }
}

function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text;
}

function legal(
  text: string,
  problemOf: (text: string) => string | undefined,
): string {
  const problem = problemOf(text);
  if (problem !== undefined) {
    throw new SelectorError(problem);
  }
  return text;
}

function unexpected(found: Token, expected: string): SelectorError {
  const what = found.kind === 'end' ? found.text : `'${found.text}'`;
  return new SelectorError(`Found ${what} where ${expected} belongs`);
}
