import Button from '@atlaskit/button/new';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import { type FormEvent, type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Labelled } from '../ui/labelled';
import { type Suggestions, useSuggestions } from './use-suggestions';

const grow = xcss({ flexGrow: '1', minWidth: '0', position: 'relative' });
const list = xcss({
  position: 'absolute',
  insetInline: 'space.0',
  zIndex: 'layer',
  backgroundColor: 'elevation.surface.overlay',
  boxShadow: 'elevation.shadow.overlay',
  borderRadius: 'radius.small',
  paddingBlock: 'space.050',
  marginBlockStart: 'space.050',
});
const option = xcss({ paddingInline: 'space.150', paddingBlock: 'space.075', cursor: 'pointer' });
const chosen = { backgroundColor: token('color.background.selected'), color: token('color.text.selected') };

interface JqlFieldProps {
  readonly jql: string;
  /** What Jira says against the query. */
  readonly problem: string | undefined;
  readonly onSearch: (jql: string) => void;
}

/** A query as it is typed, with how it may go on, and what is wrong with it underneath. */
export function JqlField({ jql, problem, onSearch }: JqlFieldProps) {
  const [typed, setTyped] = useState(jql);
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(input, setTyped);
  useEffect(() => setTyped(jql), [jql]);

  const search = (event: FormEvent) => {
    event.preventDefault();
    suggestions.close();
    onSearch(typed);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const { value, selectionStart } = event.currentTarget;
    if (suggestions.press(event)) event.preventDefault();
    else if (event.key === 'ArrowDown') suggestions.look(value, selectionStart ?? value.length);
  };
  const enter = ({ currentTarget: { value, selectionStart } }: SyntheticEvent<HTMLInputElement>) => {
    setTyped(value);
    suggestions.look(value, selectionStart ?? value.length);
  };
  const isOpen = suggestions.all.length > 0;

  return (
    <form onSubmit={search}>
      <Labelled label="JQL" id="jql">
        <Inline space="space.100" alignBlock="start">
          <Box xcss={grow}>
            <Textfield
              ref={input}
              id="jql"
              isCompact
              isMonospaced
              autoComplete="off"
              spellCheck={false}
              role="combobox"
              aria-expanded={isOpen}
              aria-controls="jql-suggestions"
              aria-autocomplete="list"
              {...(suggestions.active >= 0 && { 'aria-activedescendant': `jql-suggestion-${suggestions.active}` })}
              isInvalid={problem !== undefined}
              value={typed}
              onChange={enter}
              onKeyDown={press}
              onBlur={suggestions.close}
            />
            {isOpen && <SuggestionList suggestions={suggestions} />}
          </Box>
          <Button type="submit">Search</Button>
        </Inline>
      </Labelled>
      {problem !== undefined && <Problem jql={jql} problem={problem} />}
    </form>
  );
}

function SuggestionList({ suggestions: { all, active, take } }: { readonly suggestions: Suggestions }) {
  return (
    <Box xcss={list} role="listbox" id="jql-suggestions" aria-label="How the query may go on">
      {all.map((suggestion, place) => (
        <Box
          key={`${suggestion.label} ${suggestion.text}`}
          id={`jql-suggestion-${place}`}
          role="option"
          aria-selected={place === active}
          xcss={option}
          style={place === active ? chosen : {}}
          onMouseDown={(event: SyntheticEvent) => {
            event.preventDefault();
            take(suggestion);
          }}
        >
          {suggestion.label}
        </Box>
      ))}
    </Box>
  );
}

/** The end of a refusal that says where it is. */
const place = /\(line \d+, character (\d+)\)/;

function Problem({ jql, problem }: { readonly jql: string; readonly problem: string }) {
  const at = Number(place.exec(problem)?.[1] ?? 0);
  return (
    <Stack space="space.025">
      {at > 0 && (
        <code>
          {jql.slice(0, at - 1)}
          <mark>{jql.slice(at - 1) || ' '}</mark>
        </code>
      )}
      <Box role="alert">
        <Text color="color.text.danger">{problem}</Text>
      </Box>
    </Stack>
  );
}
