"""From drawn pages to the file: ReportLab writes the objects, pikepdf adds what an archive and a screen reader need.

Profile: PDF/A-3a with PDF/UA-1 (ISO 19005-3 = GB/T 23286.3, ISO 14289-1): embedded fonts, one grey intent, XMP with
both identifiers and the extension schema, structure tree, language, bookmarks, associated file. Same input, same bytes.
Conformity was checked with page-validation only; veraPDF has to be run before anybody claims it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from visitdesk.documents.embedding import add_font, flate
from visitdesk.documents.sheet import Element, Mark, Picture, Sheet
from visitdesk.errors import BadInput
from visitdesk.wording import Lang

PRODUCER = "VisitDesk"
_LANGUAGE = {Lang.ZH: "zh-CN", Lang.EN: "en"}

# ReportLab would draw in an unembedded Helvetica and wrap each picture in text otherwise.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the file: the record's own data, so that a machine can read what the paper says."""

    name: str
    data: bytes
    kind: str = "application/json"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: level from 1, page from 0, `y` from the bottom in points."""

    level: int
    text: str
    page: int
    y: float


def publish(
    sheets: Sequence[Sheet],
    root: Element,
    *,
    title: str,
    lang: Lang,
    outline: Sequence[Bookmark] = (),
    attachment: Attachment | None = None,
) -> bytes:
    """The finished, unsealed file."""
    with Pdf.open(BytesIO(_draw(sheets))) as pdf:
        _contents(pdf, sheets)
        _structure(pdf, sheets, root)
        _catalogue(pdf, title, lang)
        _bookmarks(pdf, outline)
        if attachment:
            _attach(pdf, attachment)
        pdf.Root.Metadata = _stream(pdf, _xmp(title, lang), Type=Name.Metadata, Subtype=Name.XML)
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        compress_streams=False,
        preserve_pdfa=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        min_version="1.7",
        fix_metadata_version=False,
    )
    return out.getvalue()


def _draw(sheets: Sequence[Sheet]) -> bytes:
    canvas: Any = Canvas(
        BytesIO(),
        pagesize=(sheets[0].width, sheets[0].height),
        invariant=1,
        pageCompression=0,
    )
    canvas._preamble = ""  # noqa: SLF001  # the default preamble selects an unembedded font
    used: dict[int, set[int]] = {}
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        operators = [_placed(one) if isinstance(one, Picture) else one for one in sheet.operators]
        canvas._code.append("\n".join(operators))  # noqa: SLF001  # operators are ready-made
        for face, codes in sheet.used.items():
            used.setdefault(face, set()).update(codes)
        canvas.showPage()
    document = canvas._doc  # noqa: SLF001  # ReportLab's own font protocol reaches it the same way
    document.ensureMinPdfVersion("transparency")
    fonts = document.idToObject["BasicFonts"]
    fonts.dict.clear()
    for face in sorted(used):
        add_font(document, face, used[face])
    data: bytes = document.GetPDFData(canvas)
    return data


def _contents(pdf: Pdf, sheets: Sequence[Sheet]) -> None:
    placed: dict[str, Any] = {}
    for number, (page, sheet) in enumerate(zip(pdf.pages, sheets, strict=True)):
        data = page.Contents.read_bytes()
        page.Contents.write(flate(data, 4), filter=Name.FlateDecode)
        for key in ("/Trans", "/Rotate"):
            if key in page.obj:
                del page.obj[key]
        resources = page.obj.Resources
        if "/ProcSet" in resources:
            del resources["/ProcSet"]
        page.obj.Tabs = Name.S
        if sheet.marks:
            page.obj.StructParents = number
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        used = {_picture_name(one): one.data for one in sheet.operators if isinstance(one, Picture)}
        if used:
            resources.XObject = Dictionary()
        for name, data in used.items():
            if name not in placed:
                placed[name] = _jpeg(pdf, data)
            resources.XObject[f"/{name}"] = placed[name]


def _placed(picture: Picture) -> str:
    shape = f"{picture.width:.2f} 0 0 {picture.height:.2f} {picture.x:.2f} {picture.y:.2f}"
    return f"q {shape} cm /{_picture_name(picture)} Do Q"


def _picture_name(picture: Picture) -> str:
    return "J" + hashlib.sha256(picture.data).hexdigest()[:16]


_COLOURS = {1: Name.DeviceGray, 3: Name.DeviceRGB}


def _jpeg(pdf: Pdf, data: bytes) -> Any:
    """A JPEG as an image object, its bytes untouched."""
    width, height, components = jpeg_size(data)
    stream = pdf.make_stream(b"")
    stream.write(data, filter=Name.DCTDecode)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = width, height, 8
    stream.ColorSpace = _COLOURS[components]
    return stream


def jpeg_size(data: bytes) -> tuple[int, int, int]:
    """Width, height and number of colours from the frame header (ITU-T T.81 B.2.2).

    Raises:
        BadInput: not a JPEG of one or three colours.
    """
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = (int.from_bytes(data[at + n : at + n + 2], "big") for n in (5, 7))
            if data[at + 9] in _COLOURS:
                return width, height, data[at + 9]
            break
        at += 2 + length
    raise BadInput("records.not_a_picture")


def _structure(pdf: Pdf, sheets: Sequence[Sheet], root: Element) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: list[list[Any]] = [[None] * len(sheet.marks) for sheet in sheets]
    pages = [page.obj for page in pdf.pages]
    tree.K = Array([_element(pdf, root, tree, pages, owners)])
    numbers = Array()
    for number, owned in enumerate(owners):
        if owned:
            numbers.append(number)
            numbers.append(pdf.make_indirect(Array(owned)))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(sheets)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _element(pdf: Pdf, element: Element, parent: Any, pages: Sequence[Any], owners: list[list[Any]]) -> Any:
    node = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
    kids = Array()
    first: int | None = None
    for kid in element.kids:
        if isinstance(kid, Mark):
            owners[kid.page][kid.number] = node
            if first is None:
                first = kid.page
                node.Pg = pages[first]
            if kid.page == first:
                kids.append(kid.number)
            else:
                kids.append(Dictionary(Type=Name.MCR, Pg=pages[kid.page], MCID=kid.number))
        else:
            kids.append(_element(pdf, kid, node, pages, owners))
    node.K = kids
    _describe(node, element)
    return node


def _describe(node: Any, element: Element) -> None:
    if element.alt:
        node.Alt = String(element.alt)
    if element.lang:
        node.Lang = String(element.lang)
    attributes = Array()
    if element.scope:
        attributes.append(Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}")))
    if element.span > 1:
        attributes.append(Dictionary(O=Name.Table, ColSpan=element.span))
    if element.box:
        attributes.append(
            Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(v, 2) for v in element.box]))
        )
    if element.tag == "L":
        attributes.append(Dictionary(O=Name.List, ListNumbering=Name.Unordered))
    if len(attributes):
        node.A = attributes


def _catalogue(pdf: Pdf, title: str, lang: Lang) -> None:
    pdf.Root.Lang = String(_LANGUAGE[lang])
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    profile = pdf.make_stream(b"", N=3)
    profile.write(_srgb(), filter=Name.FlateDecode)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(title), Producer=String(PRODUCER)))


@cache
def _srgb() -> bytes:
    """The packed sRGB profile; its date of making is fixed, so that it is the same in all files."""
    from PIL import ImageCms  # noqa: PLC0415  # only this needs it, and only once a process

    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    raw[24:36] = bytes((0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    raw[84:100] = bytes(16)
    return flate(bytes(raw))


def _bookmarks(pdf: Pdf, outline: Sequence[Bookmark]) -> None:
    if not outline:
        return
    with pdf.open_outline() as tree:
        path: list[tuple[int, Any]] = []
        for mark in outline:
            item = pikepdf.OutlineItem(mark.text, mark.page, "XYZ", top=mark.y, left=0, zoom=0)
            while path and path[-1][0] >= mark.level:
                path.pop()
            (path[-1][1].children if path else tree.root).append(item)
            path.append((mark.level, item))


def _attach(pdf: Pdf, attachment: Attachment) -> None:
    stamp = String("D:20000101000000Z")
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).digest()
    parameters = Dictionary(Size=len(attachment.data), ModDate=stamp, CheckSum=String(checksum))
    kind = Name(f"/{attachment.kind}")
    inner = _stream(pdf, attachment.data, Type=Name.EmbeddedFile, Subtype=kind, Params=parameters)
    spec = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            AFRelationship=Name.Source,
            Desc=String(attachment.description or attachment.name),
            EF=Dictionary(F=inner, UF=inner),
        )
    )
    pdf.Root.AF = Array([spec])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(attachment.name), spec])))


def _stream(pdf: Pdf, data: bytes, **entries: Any) -> Any:
    stream = pdf.make_stream(data)
    for key, value in entries.items():
        stream[f"/{key}"] = value
    if entries.get("Subtype") != Name.XML:
        stream.write(flate(data), filter=Name.FlateDecode)
    return stream


def _xmp(title: str, lang: Lang) -> bytes:
    return _XMP.format(title=escape(title), language=_LANGUAGE[lang], producer=PRODUCER).encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
