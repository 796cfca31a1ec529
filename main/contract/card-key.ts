/** How a card that was read is named between page and core. */
import { z } from 'zod';

/** Random; names a card the core keeps in memory for a short while. What stands on the card never crosses the contract. */
export const cardKeySchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/u);
