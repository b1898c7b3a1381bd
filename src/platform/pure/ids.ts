// Identity made by the program, in time order, so that a client may name a thing before the server has seen it.
import { uuidv7 } from "uuidv7";

/** A new UUIDv7, lower case. */
export const newId = (): string => uuidv7();
