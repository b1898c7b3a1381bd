// The annex table of a letter, or a pasted one, read into rows; what is unclear is chosen, then the split is filled in.
import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { listDirectives } from "../../../directive/contract.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead, useReadPages } from "../../../platform/ui/queries.ts";
import { EmptyState, LoadMore, Shown } from "../../../platform/ui/states.tsx";
import { letterAnnex, readAnnex } from "../../contract/annex.ts";
import type { TargetView } from "../../schema.ts";
import { type Framed, TargetFrame } from "../target-frame.tsx";
import { useTargets } from "../use-targets.ts";
import { AnnexRead } from "./annex-read.tsx";

export function AnnexPage() {
  const t = useT();
  return (
    <TargetFrame part="annex" title={t("target.annex")}>
      {(framed) => <Annex key={framed.measure} {...framed} />}
    </TargetFrame>
  );
}

function Annex(framed: Framed) {
  const t = useT();
  const { unitId, campaignId, measure } = framed;
  const targets = useTargets({ params: { unitId, campaignId }, query: { measure } });
  return (
    <Shown read={targets} rows={3}>
      {(view) =>
        view.children.length === 0 ? (
          <EmptyState icon="units" title={t("target.no-children")}>
            {t("target.no-children-help")}
          </EmptyState>
        ) : (
          <Sources framed={framed} view={view} />
        )
      }
    </Shown>
  );
}

interface SourcesProps {
  readonly framed: Framed;
  readonly view: TargetView;
}

/** What is read: a letter of the campaign, or words pasted. */
type Source = { readonly letter: string } | { readonly text: string };

function Sources({ framed, view }: SourcesProps) {
  const t = useT();
  const { unitId, campaignId, measure } = framed;
  const [source, setSource] = useState<Source>();
  const [text, setText] = useState("");
  const letters = useReadPages(listDirectives, { params: { unitId }, query: { limit: 100 } });
  const ofCampaign = (letters.items ?? []).filter((letter) => letter.campaignId === campaignId);
  const paste = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") setSource({ text });
  };
  return (
    <>
      <section className="card no-print" aria-labelledby="annex-source">
        <h2 className="section-head" id="annex-source">
          {t("target.annex.source")}
        </h2>
        <div className="annex-sources">
          <div>
            <NativeSelect
              label={t("target.annex.letter")}
              description={t("target.annex.letter-help")}
              value={source !== undefined && "letter" in source ? source.letter : ""}
              onChange={(event) => {
                const letter = event.currentTarget.value;
                setSource(letter === "" ? undefined : { letter });
              }}
              data={[
                { value: "", label: t("target.annex.pick-letter") },
                ...ofCampaign.map(({ id, number, notation, title }) => ({
                  value: id,
                  label: [[number, notation].filter(Boolean).join("/"), title].filter(Boolean).join(" · "),
                })),
              ]}
            />
            <LoadMore pages={letters} />
          </div>
          <form onSubmit={paste}>
            <Textarea
              label={t("target.annex.paste")}
              description={t("target.annex.paste-help")}
              placeholder={t("target.annex.paste-example")}
              autosize
              minRows={3}
              maxRows={10}
              maxLength={200_000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={text.trim() === ""}>
              {t("target.annex.read")}
            </Button>
          </form>
        </div>
      </section>
      {source !== undefined &&
        ("letter" in source ? (
          <FromLetter
            key={source.letter}
            framed={framed}
            view={view}
            ask={{ params: { unitId, campaignId }, query: { directiveId: source.letter, measure } }}
          />
        ) : (
          <FromText
            key={source.text}
            framed={framed}
            view={view}
            ask={{ params: { unitId, campaignId }, body: { text: source.text, measure } }}
          />
        ))}
    </>
  );
}

function FromLetter({
  ask,
  ...props
}: SourcesProps & { readonly ask: Parameters<typeof useRead<typeof letterAnnex>>[1] }) {
  const read = useRead(letterAnnex, ask);
  return <Shown read={read}>{(annex) => <AnnexRead {...props} annex={annex} />}</Shown>;
}

function FromText({
  ask,
  ...props
}: SourcesProps & { readonly ask: Parameters<typeof useRead<typeof readAnnex>>[1] }) {
  const read = useRead(readAnnex, ask);
  return <Shown read={read}>{(annex) => <AnnexRead {...props} annex={annex} />}</Shown>;
}
