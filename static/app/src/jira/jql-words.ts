import { quoted } from '@fettle/sla/domain/jql-text';

export const all = (...parts: readonly string[]): string => parts.filter(Boolean).join(' AND ');

export const any = (parts: readonly string[]): string =>
  parts.length === 1 ? String(parts[0]) : `(${parts.map((part) => `(${part})`).join(' OR ')})`;

/** The field of an id such as `customfield_10020` as JQL names it. */
export const fieldInJql = (id: string): string => {
  const number = /^customfield_(\d+)$/.exec(id)?.[1];
  return number ? `cf[${number}]` : id;
};

/** How JQL asks for issues by their ids. */
export const ofIds = (ids: readonly string[]): string => `id in (${ids.join(', ')})`;

/** How JQL asks for issues of some projects; empty for those of any. */
export const ofProjects = (keys: readonly string[]): string =>
  keys.length ? `project in (${keys.map(quoted).join(', ')})` : '';
