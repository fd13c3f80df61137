/** The title of a plan names a feast: what it asks for is done around the feast, and in its holidays. */
export const ofFeast = /春节|国庆|中秋|元旦|清明|端午|五一|劳动节/;
