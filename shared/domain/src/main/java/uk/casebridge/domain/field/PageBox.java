package uk.casebridge.domain.field;

/**
 * Where on a paper something stands: a page, counted from 1, and a box in points (1/72 inch) measured
 * from the top left corner of the page as it is shown.
 *
 * @param page the page, from 1
 * @param x the left edge, in points
 * @param y the top edge, in points
 * @param width the width, in points, not negative
 * @param height the height, in points, not negative
 */
public record PageBox(int page, double x, double y, double width, double height) {

    public PageBox {
        if (page < 1) {
            throw new IllegalArgumentException("A page is counted from 1, not " + page);
        }
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("A box has no negative side: " + width + " by " + height);
        }
    }

    /** The smallest box that holds both; the two must stand on the same page. */
    public PageBox with(PageBox other) {
        if (other.page != page) {
            throw new IllegalArgumentException("Boxes on pages " + page + " and " + other.page + " have no common box");
        }
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        double right = Math.max(right(), other.right());
        double bottom = Math.max(bottom(), other.bottom());
        return new PageBox(page, left, top, right - left, bottom - top);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
