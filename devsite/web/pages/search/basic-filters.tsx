import { Box, Inline, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useEffect, useState } from 'react';
import type { Project } from '../issues/issue-search';
import { jira } from '../ui/ask';
import { isolated } from '../ui/isolated';
import { Labelled } from '../ui/labelled';
import { type Choice, Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import type { BasicQuery } from './basic-query';

const picker = xcss({ width: '11rem' });

interface BasicFiltersProps {
  readonly projects: readonly Project[];
  readonly query: BasicQuery;
  readonly onChanged: (query: BasicQuery) => void;
}

interface Named {
  readonly name: string;
}

interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly accountType?: string;
}

const byName = (all: readonly Named[]): readonly Choice[] =>
  [...new Set(all.map(({ name }) => name))].sort().map((name) => ({ value: name, label: name }));

function useChoices(): Readonly<Record<'issuetype' | 'status' | 'assignee', readonly Choice[]>> {
  const types = useLoaded('issue types', () => jira<readonly Named[]>('GET', '/issuetype'));
  const statuses = useLoaded('statuses', () => jira<readonly Named[]>('GET', '/status'));
  const people = useLoaded('people', () => jira<readonly User[]>('GET', '/users/search?maxResults=200'));
  const users = people.state === 'ready' ? people.value : [];
  return {
    issuetype: types.state === 'ready' ? byName(types.value) : [],
    status: statuses.state === 'ready' ? byName(statuses.value) : [],
    assignee: [
      { value: 'currentUser()', label: 'Me' },
      { value: 'EMPTY', label: 'Unassigned' },
      ...users.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
    ],
  };
}

/** The questions that are asked most, without JQL. */
export function BasicFilters({ projects, query, onChanged }: BasicFiltersProps) {
  const choices = useChoices();
  const [text, setText] = useState(query.text);
  useEffect(() => setText(query.text), [query.text]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChanged({ ...query, text });
  };
  const picks = [
    { name: 'project', label: 'Project', all: 'All projects', options: projects.map(asChoice) },
    { name: 'issuetype', label: 'Type', all: 'All types', options: choices.issuetype },
    { name: 'status', label: 'Status', all: 'All statuses', options: choices.status },
    { name: 'assignee', label: 'Assignee', all: 'Everybody', options: choices.assignee },
  ] as const;

  return (
    <Inline space="space.150" alignBlock="end" shouldWrap rowSpace="space.100">
      {picks.map(({ name, label, all, options }) => (
        <Box key={name} xcss={picker}>
          <Labelled label={label} id={`filter-${name}`}>
            <Pick
              id={`filter-${name}`}
              value={query[name]}
              options={[{ value: '', label: all }, ...options]}
              onChosen={(value) => onChanged({ ...query, [name]: value })}
            />
          </Labelled>
        </Box>
      ))}
      <form onSubmit={search}>
        <Box xcss={picker}>
          <Labelled label="Words" id="filter-text">
            <Textfield
              id="filter-text"
              isCompact
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
              onBlur={() => text !== query.text && onChanged({ ...query, text })}
            />
          </Labelled>
        </Box>
      </form>
    </Inline>
  );
}

const asChoice = ({ key, name }: Project): Choice => ({ value: key, label: `${isolated(name)} (${key})` });
