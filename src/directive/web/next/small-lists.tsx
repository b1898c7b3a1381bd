// Căn cứ, Nơi nhận and the lines above the signature: short lists, each item a few fields.
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import {
  DocumentKind,
  type LetterFields,
  RecipientRole,
  SignatureCapacity,
} from "../../../document/schema.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { AddButton, RemoveButton } from "./form-parts.tsx";
import { blankBase, blankCopy, type NextDraft } from "./next-draft.ts";

type Bases = NextDraft["bases"];
type Copies = NextDraft["copies"];
type Signature = NonNullable<LetterFields["signature"]>;
type SignatureLine = Signature["lines"][number];

/** The item with a field set, or without it where nothing is typed. */
function withField<Item extends object, Name extends keyof Item>(
  item: Item,
  name: Name,
  value: string,
): Item {
  const { [name]: _old, ...rest } = item;
  return (value === "" ? rest : { ...rest, [name]: value }) as Item;
}

interface BasesEditorProps {
  readonly bases: Bases;
  readonly onChange: (change: (bases: Bases) => Bases) => void;
}

export function BasesEditor({ bases, onChange }: BasesEditorProps) {
  const t = useT();
  const replace = (base: Bases[number]): void =>
    onChange((list) => list.map((other) => (other.key === base.key ? base : other)));
  return (
    <>
      {bases.map((base, index) => (
        <fieldset className="next-item" key={base.key}>
          <legend>{t("directive.next-base", { number: index + 1 })}</legend>
          <div className="field-pair">
            <NativeSelect
              label={t("document.field.kind")}
              value={base.kind}
              onChange={(event) => {
                const kind = DocumentKind.safeParse(event.currentTarget.value).data;
                if (kind) replace({ ...base, kind });
              }}
              data={DocumentKind.options.map((value) => ({ value, label: t(`document.kind.${value}`) }))}
            />
            <TextInput
              label={t("document.field.base-number")}
              value={base.number ?? ""}
              onChange={(event) => replace(withField(base, "number", event.currentTarget.value))}
            />
            <DayInput
              label={t("document.field.issuedOn")}
              value={base.issuedOn ?? ""}
              onChange={(day) => replace(withField(base, "issuedOn", day))}
            />
            <TextInput
              label={t("document.field.base-issuer")}
              value={base.issuer ?? ""}
              onChange={(event) => replace(withField(base, "issuer", event.currentTarget.value))}
            />
          </div>
          <Textarea
            label={t("document.field.base-title")}
            autosize
            minRows={1}
            maxRows={6}
            value={base.title ?? ""}
            onChange={(event) => replace(withField(base, "title", event.currentTarget.value))}
          />
          <RemoveButton
            label={t("document.remove-item", { number: index + 1 })}
            onRemove={() => onChange((list) => list.filter(({ key }) => key !== base.key))}
          />
        </fieldset>
      ))}
      <AddButton label={t("document.add.bases")} onAdd={() => onChange((list) => [...list, blankBase()])} />
    </>
  );
}

interface CopiesEditorProps {
  readonly copies: Copies;
  readonly onChange: (change: (copies: Copies) => Copies) => void;
}

export function CopiesEditor({ copies, onChange }: CopiesEditorProps) {
  const t = useT();
  const replace = (copy: Copies[number]): void =>
    onChange((list) => list.map((other) => (other.key === copy.key ? copy : other)));
  return (
    <>
      {copies.map((copy, index) => (
        <div className="next-item next-row" key={copy.key}>
          <TextInput
            label={t("directive.next-copy", { number: index + 1 })}
            value={copy.text}
            onChange={(event) => replace({ ...copy, text: event.currentTarget.value })}
          />
          <NativeSelect
            label={t("document.field.role")}
            value={copy.role}
            onChange={(event) => {
              const role = RecipientRole.safeParse(event.currentTarget.value).data;
              if (role) replace({ ...copy, role });
            }}
            data={RecipientRole.options.map((value) => ({ value, label: t(`document.role.${value}`) }))}
          />
          <RemoveButton
            label={t("document.remove-item", { number: index + 1 })}
            onRemove={() => onChange((list) => list.filter(({ key }) => key !== copy.key))}
          />
        </div>
      ))}
      <AddButton
        label={t("document.add.recipients")}
        onAdd={() => onChange((list) => [...list, blankCopy()])}
      />
    </>
  );
}

interface SignatureEditorProps {
  readonly signature: Signature | undefined;
  readonly onChange: (signature: Signature) => void;
}

/** "TM." speaks for a body ("BAN THƯỜNG VỤ"), every other line names a title. */
export function SignatureEditor({ signature = { lines: [] }, onChange }: SignatureEditorProps) {
  const t = useT();
  const { lines } = signature;
  const replace = (at: number, line: SignatureLine): void =>
    onChange({ ...signature, lines: lines.map((other, index) => (index === at ? line : other)) });
  const rename = (at: number, line: SignatureLine, capacity: string, words: string): void => {
    const known = SignatureCapacity.safeParse(capacity).data;
    const forBody = known === "TM" || (known === undefined && line.onBehalfOf !== undefined);
    replace(at, {
      ...(known && { capacity: known }),
      ...(words !== "" && (forBody ? { onBehalfOf: words } : { title: words })),
    });
  };
  return (
    <>
      {lines.map((line, index) => {
        const words = line.onBehalfOf ?? line.title ?? "";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are neither moved nor taken out of the middle
          <div className="next-item next-row" key={index}>
            <NativeSelect
              label={t("document.field.capacity")}
              value={line.capacity ?? ""}
              onChange={(event) => rename(index, line, event.currentTarget.value, words)}
              data={[
                { value: "", label: t("directive.next-no-capacity") },
                ...SignatureCapacity.options.map((value) => ({
                  value,
                  label: t(`document.capacity.${value}`),
                })),
              ]}
            />
            <TextInput
              label={
                line.onBehalfOf === undefined ? t("document.field.title") : t("document.field.on-behalf-of")
              }
              value={words}
              onChange={(event) => rename(index, line, line.capacity ?? "", event.currentTarget.value)}
            />
          </div>
        );
      })}
      <div className="button-row">
        <AddButton
          label={t("directive.next-add-line")}
          onAdd={() => onChange({ ...signature, lines: [...lines, { title: "" }] })}
        />
        {lines.length > 0 && (
          <RemoveButton
            label={t("directive.next-drop-line")}
            onRemove={() => onChange({ ...signature, lines: lines.slice(0, -1) })}
          />
        )}
      </div>
      <TextInput
        label={t("document.field.signer")}
        value={signature.name ?? ""}
        onChange={(event) => onChange(withField(signature, "name", event.currentTarget.value))}
      />
    </>
  );
}
