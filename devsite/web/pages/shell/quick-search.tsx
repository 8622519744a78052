import SearchIcon from '@atlaskit/icon/core/search';
import { Box, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import { type FormEvent, useRef, useState } from 'react';
import { goTo } from '../ui/routing';
import { useShortcut } from '../ui/use-shortcut';

const field = xcss({ width: '14rem' });
const icon = xcss({ display: 'flex', paddingInlineStart: 'space.075' });

const key = /^[a-z][a-z\d_]+-\d+$/i;
const query = /(=|!=|~|<|>|\b(in|is|was|changed|order by)\b)/i;

/** Where a search leads: a key to its issue, JQL to what it finds, anything else to the issues that speak of it. */
function addressFor(typed: string): string {
  if (key.test(typed)) return `/browse/${typed.toUpperCase()}`;
  const jql = query.test(typed) ? typed : `text ~ ${JSON.stringify(typed)} ORDER BY updated DESC`;
  return `/issues?${new URLSearchParams({ jql })}`;
}

/** Finds an issue by its key, its words, or by JQL. `/` leads here. */
export function QuickSearch() {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', () => input.current?.focus());
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    goTo(addressFor(typed.trim()));
    setTyped('');
    input.current?.blur();
  };
  return (
    <search>
      <form onSubmit={search}>
        <Box xcss={field}>
          <Textfield
            ref={input}
            isCompact
            aria-label="Search by key, words or JQL"
            placeholder="Search  ( / )"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            elemBeforeInput={
              <Box xcss={icon}>
                <SearchIcon label="" size="small" color={token('color.icon.subtle')} />
              </Box>
            }
          />
        </Box>
      </form>
    </search>
  );
}
