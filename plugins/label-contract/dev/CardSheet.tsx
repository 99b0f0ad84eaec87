import { ReactNode } from 'react';

/** Props of {@link CardSheet}. */
export interface CardSheetProps {
  readonly title: string;
  readonly cards: readonly {
    readonly name: string;
    readonly card: ReactNode;
  }[];
}

/** Many cards on one page, each with its name. */
export function CardSheet({ title, cards }: CardSheetProps) {
  return (
    <div
      style={{
        display: 'grid',
        gap: 20,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 500px), 1fr))',
      }}
    >
      <h1 style={{ gridColumn: '1 / -1', margin: 0 }}>{title}</h1>
      {cards.map(({ name, card }) => (
        <div key={name}>
          <p style={{ margin: '0 0 6px', fontSize: 13 }}>{name}</p>
          {card}
        </div>
      ))}
    </div>
  );
}
