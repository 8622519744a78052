import type { SeedUser } from '../../devsite/jira/jira';

export const roles = ['Administrators', 'Service desk agents', 'Incident managers', 'Requesters'] as const;
export type Role = (typeof roles)[number];

/** Somebody in the story. */
export interface Member extends SeedUser {
  readonly role: Role;
}

const member = (name: string, role: Role, timeZone: string): Member => {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase();
  return {
    accountId: `712020:${plain.replaceAll(' ', '-')}`,
    displayName: name,
    emailAddress: `${plain.replaceAll(' ', '.')}@harbourline.example`,
    timeZone,
    groups: ['staff', ...(role === 'Administrators' ? ['site-admins'] : [])],
    role,
  };
};

export const admin = member('Amara Okafor', 'Administrators', 'Europe/London');
export const deskManager = member('Tomasz Kowalski', 'Incident managers', 'Europe/Warsaw');
export const platformManager = member('Priya Raghavan', 'Incident managers', 'Asia/Kolkata');
export const agents: readonly Member[] = [
  member('Jonas Weber', 'Service desk agents', 'Europe/Berlin'),
  member('Mei Tanaka', 'Service desk agents', 'Asia/Tokyo'),
  member('Lucía Fernández', 'Service desk agents', 'America/Mexico_City'),
];
export const requesters: readonly Member[] = [
  member('Ingrid Solberg', 'Requesters', 'Europe/Oslo'),
  member('Samuel Mensah', 'Requesters', 'Africa/Accra'),
];

/** Everybody in the story, eight people in four roles. */
export const cast: readonly Member[] = [admin, deskManager, platformManager, ...agents, ...requesters];
