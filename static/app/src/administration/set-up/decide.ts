import type { Choices } from '@fettle/set-up/domain/choices';

/** Takes the admin's choices, all of them, as they are from now on. */
export type Decide = (choices: Choices) => void;
