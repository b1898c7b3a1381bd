// For whom one acts; a choice where an account holds roles at several places.
import { NativeSelect } from "@mantine/core";
import { useNavigate } from "react-router";
import { placesOf, useActingMaybe, useMe } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { homeOf } from "./nav.ts";

export function PlaceSwitch() {
  const t = useT();
  const me = useMe();
  const acting = useActingMaybe();
  const navigate = useNavigate();
  const places = placesOf(me);
  if (acting === undefined) return null;
  if (places.length < 2) {
    return (
      <div className="place-now">
        <span>{t("shell.acting")}</span>
        <strong>{acting.name || t("shell.desk")}</strong>
      </div>
    );
  }
  return (
    <NativeSelect
      label={t("shell.acting")}
      size="md"
      value={acting.placeId}
      onChange={(event) => {
        const place = places.find(({ placeId }) => placeId === event.currentTarget.value);
        if (place) void navigate(homeOf(place));
      }}
      data={places.map(({ placeId, name }) => ({ value: placeId, label: name || t("shell.desk") }))}
    />
  );
}
