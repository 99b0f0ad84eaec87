import { Theme } from '@material-ui/core/styles';
import { Tone } from '../words/Tone';

/** Colours of one tone: of text and icons, of the ground of a notice, of a bar. */
export interface ToneColors {
  readonly text: string;
  readonly tint: string;
  readonly fill: string;
}

// Contrast on paper, page and own tint: text at least 4.5, in both schemes.
const LIGHT: Record<Tone, ToneColors> = {
  good: { text: '#2a7230', tint: '#edf6ed', fill: '#4c9a52' },
  bad: { text: '#b3261e', tint: '#fcefee', fill: '#d0453b' },
  warn: { text: '#8a5200', tint: '#fcf3e2', fill: '#8a5200' },
  busy: { text: '#0b5cad', tint: '#edf4fc', fill: '#3f86d1' },
  calm: { text: '#565b62', tint: '#f1f2f4', fill: '#a9aeb5' },
};

const DARK: Record<Tone, ToneColors> = {
  good: { text: '#7cc683', tint: '#1f2e23', fill: '#559e5c' },
  bad: { text: '#ff958c', tint: '#37221f', fill: '#e0645a' },
  warn: { text: '#f2bd5c', tint: '#332a1a', fill: '#f2bd5c' },
  busy: { text: '#8dbbf7', tint: '#1e2a3a', fill: '#5b96dd' },
  calm: { text: '#b4bac1', tint: '#2a2e33', fill: '#646b74' },
};

/** The colours of a tone on the shell's theme. */
export function toneColors(theme: Theme, tone: Tone): ToneColors {
  return theme.palette.type === 'dark' ? DARK[tone] : LIGHT[tone];
}

/** Secondary text: readable on paper and on every tint, which the shells' own is not always. */
export function mutedColor(theme: Theme): string {
  return toneColors(theme, 'calm').text;
}

/** Border of fields and buttons: 3 to 1 on paper. */
export function edgeColor(theme: Theme): string {
  return theme.palette.type === 'dark' ? '#7f868f' : '#7d838b';
}

/** Ground of commands and code. */
export function sunkenColor(theme: Theme): string {
  return theme.palette.type === 'dark'
    ? 'rgba(0, 0, 0, 0.24)'
    : 'rgba(9, 30, 66, 0.035)';
}

/** Monospaced type, where the shell names none. */
export const monospace =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

/** The ring around what has focus. */
export function focusRing(theme: Theme) {
  return {
    outline: `2px solid ${theme.palette.primary.main}`,
    outlineOffset: 2,
  };
}
