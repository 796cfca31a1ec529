/** What the reference portal and whoever starts it have to agree on. */

/** The kiosk it knows from the start. */
export const demonstrationKioskId = 'demo-kiosk';

/** Holds that kiosk's key, in the data folder. */
export const referencePortalKeyFileName = 'reference-portal.key';
