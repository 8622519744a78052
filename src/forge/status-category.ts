import type { StatusCategory } from '../sla/domain/status-categories';

/** Jira's category keys; anything it may add later counts as work in progress. */
export const categoryOf = (key: string): StatusCategory => (key === 'new' || key === 'done' ? key : 'indeterminate');
