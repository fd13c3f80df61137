/**
 * Up to so many slips of one kind are told one by one, each where it stands, as a reviewer marks them: the author sees every
 * place. More of them are a habit, and a list of a hundred commas hides what matters: they are told once, with their number
 * and one fix for all.
 */
export const TOLD_APART = 8;
