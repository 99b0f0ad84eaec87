/** What a colour means; it always comes with an icon and a word. */
export type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'calm';
