import { useEffect, useRef, useState } from 'react';
import { Announced } from '../ui/only-heard';
import type { Level } from './level';
import { texts } from './texts';

/** Says aloud which clock came into another state, and nothing while they only count. */
export function Milestones({ levels }: { readonly levels: readonly Level[] }) {
  const before = useRef<ReadonlyMap<string, string>>(new Map());
  const [news, setNews] = useState('');
  const states = JSON.stringify(levels.map(({ definition, look }) => [definition.name, look.word]));

  useEffect(() => {
    const now = new Map<string, string>(JSON.parse(states));
    const changed = [...now].filter(([name, word]) => (before.current.get(name) ?? word) !== word);
    before.current = now;
    if (changed.length > 0) setNews(changed.map(([name, word]) => texts.became(name, word)).join('. '));
  }, [states]);

  return <Announced>{news}</Announced>;
}
