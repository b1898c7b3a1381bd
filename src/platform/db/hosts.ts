// One database on several servers, of which one accepts writes: the address that names them all, as libpq writes it.

const FORM = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^@/?#]+)(\/[^/?#]+(?:\?[^#]*)?)$/;
const HOST = /^(?:\[[0-9a-fA-F:.]+\]|[^\s:[\]]+)(?::(\d{1,5}))?$/;

/**
 * `postgres://login:password@a:5432,b:5433/db` as one address for each server, in the order given; undefined where
 * the form is another. An address of one server comes back as it is, whatever libpq's other forms it uses.
 */
export function hostsOf(url: string): readonly string[] | undefined {
  const parts = FORM.exec(url);
  const hosts = parts?.[2]?.split(",") ?? [];
  if (hosts.length < 2) return isAddress(url) && !namesSeveral(url) ? [url] : undefined;
  const [, before, , after] = parts as unknown as [string, string, string, string];
  const urls = hosts.map((host) => `${before}${host}${after}`);
  return hosts.every(isHost) && urls.every(isAddress) ? urls : undefined;
}

const isHost = (host: string): boolean => {
  const found = HOST.exec(host);
  return found !== null && (found[1] === undefined || (Number(found[1]) > 0 && Number(found[1]) < 65_536));
};

/** Commas between hosts, and yet not the form: the name of the database is missing, say. */
const namesSeveral = (url: string): boolean => url.split("/")[2]?.split("@").at(-1)?.includes(",") === true;

const isAddress = (url: string): boolean => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url);
