// Adds somebody who is not on the list yet, without leaving the place being held.
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useActing } from "../../account/web/session.tsx";
import { addPerson, listPeople } from "../../person/contract.ts";
import { type PersonRow, Phone, Relation } from "../../person/schema.ts";
import { isDay } from "../../platform/pure/calendar.ts";
import { newId } from "../../platform/pure/ids.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";

interface AddContactProps {
  readonly unitId: string;
  /** What was typed into the search: probably the name. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onAdded: (person: PersonRow) => void;
}

export function AddContact({ unitId, name, onClose, onAdded }: AddContactProps) {
  const t = useT();
  const acting = useActing();
  const [id] = useState(newId);
  const [fullName, setFullName] = useState(name);
  const [birthDate, setBirthDate] = useState("");
  const [phone, setPhone] = useState("");
  const [relation, setRelation] = useState<PersonRow["relation"]>("member");
  const [tried, setTried] = useState(false);
  const add = useWrite(addPerson, {
    invalidates: [listPeople],
    onDone: () =>
      onAdded({
        id,
        fullName: fullName.trim(),
        birthYear: birthDate === "" ? null : Number(birthDate.slice(0, 4)),
        relation,
        unitId,
        unitName: acting.name,
        reachable: phone.trim() === "" ? [] : ["phone"],
      }),
  });
  const errors = {
    name: fullName.trim() === "",
    phone: phone.trim() !== "" && !Phone.safeParse(phone).success,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (errors.name || errors.phone) return;
    void add.run({
      params: { unitId },
      body: {
        id,
        fullName,
        relation,
        ...(isDay(birthDate) && { birthDate }),
        ...(phone.trim() !== "" && { phone }),
      },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("booking.add")}
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      <form onSubmit={submit} noValidate className="form">
        <p className="soft">{t("booking.add-lead")}</p>
        <TextInput
          data-autofocus
          label={t("booking.add-name")}
          value={fullName}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setFullName(event.currentTarget.value)}
          error={tried && errors.name ? t("booking.add-name-empty") : undefined}
        />
        <NativeSelect
          label={t("booking.add-relation")}
          value={relation}
          onChange={(event) => setRelation(Relation.parse(event.currentTarget.value))}
          data={Relation.options.map((value) => ({ value, label: t(`booking.add-relation.${value}`) }))}
        />
        <DayInput label={t("booking.add-birth")} value={birthDate} onChange={setBirthDate} />
        <TextInput
          type="tel"
          label={t("booking.add-phone")}
          value={phone}
          autoComplete="off"
          onChange={(event) => setPhone(event.currentTarget.value)}
          error={tried && errors.phone ? t("booking.add-phone-wrong") : undefined}
        />
        <ProblemNote problem={add.problem} />
        <Button type="submit" loading={add.busy}>
          {t("booking.add-save")}
        </Button>
      </form>
    </Modal>
  );
}
