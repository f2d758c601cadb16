package uk.casebridge.reading.words;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Finds the one picture a scanned page is made of, so that its own pixels are read and not a drawing of them. */
final class OnlyPicture extends PDFStreamEngine {

    private static final double LEAST_SHARE = 0.9;
    private static final double EVEN = 0.02;

    /** What draws something else than a picture kept apart. */
    private static final Set<String> OTHER_DRAWING =
            Set.of("BI", "sh", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", "\"");

    private final Allowance allowance;
    private Optional<PDImageXObject> picture = Optional.empty();
    private Matrix place = new Matrix();
    private boolean others;

    private OnlyPicture(Allowance allowance) {
        this.allowance = allowance;
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new Concatenate(this));
    }

    /**
     * A picture with its place on the page as shown, in points.
     *
     * @param dpi its pixels per inch of the page
     */
    record Placed(PDImageXObject picture, double left, double top, double dpi) {}

    /** The picture a page is made of, if it is one, upright, and nothing else is drawn. */
    static Optional<Placed> of(PDPage page, Allowance allowance) throws IOException {
        if (page.getRotation() != 0) {
            return Optional.empty();
        }
        OnlyPicture engine = new OnlyPicture(allowance);
        engine.processPage(page);
        return engine.others ? Optional.empty() : engine.picture.flatMap(it -> engine.placed(it, page.getCropBox()));
    }

    private Optional<Placed> placed(PDImageXObject image, PDRectangle crop) {
        double width = place.getScaleX();
        double height = place.getScaleY();
        boolean upright = Math.abs(place.getShearX()) < 0.01 && Math.abs(place.getShearY()) < 0.01;
        boolean wholePage = width > LEAST_SHARE * crop.getWidth() && height > LEAST_SHARE * crop.getHeight();
        if (!upright || !wholePage) {
            return Optional.empty();
        }
        double across = image.getWidth() / width * 72;
        double down = image.getHeight() / height * 72;
        return Math.abs(across - down) > EVEN * across
                ? Optional.empty()
                : Optional.of(new Placed(
                        image,
                        place.getTranslateX() - crop.getLowerLeftX(),
                        crop.getUpperRightY() - place.getTranslateY() - height,
                        across));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        allowance.step();
        String name = operator.getName();
        if (OTHER_DRAWING.contains(name)) {
            others = true;
        } else if (name.equals("Do") && !operands.isEmpty() && operands.getFirst() instanceof COSName object) {
            if (picture.isEmpty() && getResources().getXObject(object) instanceof PDImageXObject image) {
                picture = Optional.of(image);
                place = getGraphicsState().getCurrentTransformationMatrix().clone();
            } else {
                others = true;
            }
        } else {
            super.processOperator(operator, operands);
        }
    }
}
