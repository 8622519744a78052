import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import link from '../ui/link-button.module.css';

const listOf = (jql: string): string => `/issues/?jql=${encodeURIComponent(jql)}`;

/** Opens Jira's list of what a JQL finds. */
export const openIssues = (jql: string): void => void router.navigate(listOf(jql));

/** Opens that list in a new tab, so that nothing on the page is lost. */
export const openIssuesBeside = (jql: string): void => void router.open(listOf(jql));

export const openIssue = (issueKey: string): void => void router.navigate({ target: 'issue', issueKey });

/** Opens an issue in a new tab, which leaves the page as it is. */
export const openIssueBeside = (issueKey: string): void => void router.open(`/browse/${issueKey}`);

interface PlaceLinkProps {
  readonly onOpen: () => void;
  readonly title?: string;
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

/** Leads to a place of Jira's; the host knows its address, the frame does not. */
export const PlaceLink = ({ onOpen, children, ...rest }: PlaceLinkProps) => (
  <button type="button" className={link.link} onClick={onOpen} {...rest}>
    {children}
  </button>
);
